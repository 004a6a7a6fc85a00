package chat.waddle.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Permission;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Method;
import chat.waddle.server.http.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who may do everything but see a private channel gets 404 for it on every route that names a channel or a
/// thread, and is let in by an overwrite.
class HiddenChannelTest {
    private static final long ALL_BUT_SEEING =
            Permission.all() & ~Permission.ADMINISTRATOR.mask() & ~Permission.VIEW_PRIVATE_CHANNELS.mask();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aChannelThatMayNotBeSeenIsNowhere() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String waddle = server.waddle(ann, "pond", true);
            server.join(ann, waddle, bob);
            Things things = Things.make(server, ann, waddle, "hidden");
            String base = "/waddles/" + waddle;
            String role = server.post(
                            ann,
                            base + "/roles",
                            "{\"name\": \"most\", \"permissions\": \"" + ALL_BUT_SEEING + "\", \"position\": 900}")
                    .expect(201)
                    .text("id");
            server.put(ann, base + "/members/" + bob.id() + "/roles/" + role, null)
                    .expect(200);
            for (String channel : List.of(things.channel(), things.voiceChannel())) {
                server.patch(ann, base + "/channels/" + channel, "{\"isPrivate\": true}")
                        .expect(200);
            }
            List<Route> routes = routes(server);
            assertThat(routes).hasSizeGreaterThan(15);
            for (Route route : routes) {
                HttpResponse<String> answer = ask(server, bob, route, things);
                assertThat(answer.statusCode())
                        .as(route.operationId() + " " + answer.body())
                        .isEqualTo(404);
            }
            for (String channel : List.of(things.channel(), things.voiceChannel())) {
                server.put(
                                ann,
                                base + "/channels/" + channel + "/overwrites/user/" + bob.id(),
                                "{\"allow\": \"" + Permission.VIEW_CHANNELS.mask() + "\", \"deny\": \"0\"}")
                        .expect(200);
            }
            List<String> wrong = new ArrayList<>();
            for (Route route : routes) {
                HttpResponse<String> answer = route.method() == Method.GET ? ask(server, bob, route, things) : null;
                if (answer != null && answer.statusCode() != 200) {
                    wrong.add(route.operationId() + " " + answer.body());
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static List<Route> routes(CommunityServer server) {
        return server.routes().stream()
                .filter(route -> route.access() instanceof Access.Member)
                .filter(route -> route.parameters().contains("channelId")
                        || route.parameters().contains("threadId"))
                .toList();
    }

    private static HttpResponse<String> ask(CommunityServer server, Person who, Route route, Things things) {
        return server.raw(who, route.method().name(), things.path(route, Map.of()), things.body(route));
    }
}
