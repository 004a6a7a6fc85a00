package chat.waddle.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two owners, two waddles: whatever belongs to one is nothing in the other, on every route for members there is.
class CrossWaddleTest {
    /// An account is no part of a waddle: anybody can be kept out. Nor is an emoji.
    private static final Set<String> OF_NO_WADDLE = Set.of(
            "banMember userId",
            "addReaction emoji",
            "removeReaction emoji",
            "removeReactions emoji",
            "removeReactionOfMember emoji");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingOfOneWaddleIsFoundInTheOther() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Things ours = Things.make(server, ann, server.waddle(ann, "ours", true), "ours");
            Things theirs = Things.make(server, bob, server.waddle(bob, "theirs", true), "theirs");
            long before = written(server, ours, theirs);
            List<String> wrong = new ArrayList<>();
            int asked = 0;
            for (Route route : memberRoutes(server)) {
                for (String parameter : route.parameters()) {
                    if (OF_NO_WADDLE.contains(route.operationId() + " " + parameter)) {
                        continue;
                    }
                    String foreign = theirs.parameter(route, parameter);
                    asked += ask(server, ann, route, ours, Map.of(parameter, foreign), wrong);
                }
                asked += ask(server, ann, route, theirs, Map.of(), wrong);
            }
            assertThat(wrong).isEmpty();
            assertThat(asked).isGreaterThan(100);
            assertThat(written(server, ours, theirs)).as("what was written").isEqualTo(before);
        }
    }

    private static int ask(
            CommunityServer server,
            Person who,
            Route route,
            Things things,
            Map<String, String> others,
            List<String> wrong) {
        String path = things.path(route, others);
        HttpResponse<String> answer = server.raw(who, route.method().name(), path, things.body(route));
        if (answer.statusCode() != 404) {
            wrong.add(route.operationId() + " " + others.keySet() + ": " + answer.statusCode() + " " + answer.body());
        }
        return 1;
    }

    /// Without this, a test that always asks for nothing would pass.
    @Test
    void withItsOwnIdsEveryRouteAnswers() {
        try (CommunityServer server = new CommunityServer(folder)) {
            List<String> wrong = new ArrayList<>();
            int number = 0;
            for (Route route : memberRoutes(server)) {
                Person ann = server.person("ann"); // one account may own only so many
                String tag = "own-" + number++;
                Things ours = Things.make(server, ann, server.waddle(ann, tag, true), tag);
                HttpResponse<String> answer =
                        server.raw(ann, route.method().name(), ours.path(route, Map.of()), ours.body(route));
                if (answer.statusCode() == 404) {
                    wrong.add(route.operationId() + ": " + answer.body());
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static List<Route> memberRoutes(CommunityServer server) {
        return server.routes().stream()
                .filter(route -> route.access() instanceof Access.Member)
                .toList();
    }

    /// The sequences of all files: any commit makes the sum larger.
    private static long written(CommunityServer server, Things ours, Things theirs) {
        return server.shard(ours.waddle()).seq()
                + server.shard(theirs.waddle()).seq()
                + server.application().stores().directory().engine().seq();
    }
}
