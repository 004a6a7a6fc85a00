package chat.waddle.server.cli;

import chat.waddle.server.demo.DemoAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/// What the demo says when it is ready: where it is, how to get in, and lines to try at once.
final class DemoGreeting {
    private DemoGreeting() {}

    static String of(DemoAccess access, URI server, Path data) {
        return String.format(
                Locale.ROOT,
                """

                Waddle's demo serves %1$s (interface: %1$s/docs, data: %2$s)

                  %3$,d messages of real conversation in the waddle %4$s, channel #%5$s:
                  a part of #ubuntu from Kummerfeld et al. (ACL 2019), CC BY 4.0, with all nicknames replaced;
                  where it comes from and what was changed: server/src/main/resources/demo/ATTRIBUTION.md

                  sign in as   %6$s
                  password     %7$s
                  API token    %8$s

                Try in another terminal:

                AUTH='Authorization: Bearer %8$s'
                curl -s -H "$AUTH" '%1$s/api/v1/waddles/%4$s/channels/%5$s/messages?limit=3'
                curl -s -H "$AUTH" '%1$s/api/v1/waddles/%4$s/search?q=wireless+card&limit=3'
                curl -s -H "$AUTH" %1$s/api/v1/waddles/%4$s/channels/%5$s/messages --json '{"content": "Hello"}'

                Stop it with Ctrl-C; a later start goes on with the same data. Delete %2$s to begin anew.""",
                server,
                data,
                access.messages(),
                access.waddle(),
                access.channel(),
                access.email(),
                access.password(),
                String.valueOf(access.token()));
    }
}
