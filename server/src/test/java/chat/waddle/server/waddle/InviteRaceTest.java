package chat.waddle.server.waddle;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many ask for the last uses of one invite at once.
class InviteRaceTest {
    private static final int PEOPLE = 24;
    private static final int USES = 5;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void exactlyAsManyGetInAsTheInviteAllows() throws Exception {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String path = "/waddles/" + server.waddle(ann, "pond", false);
            String code = server.post(ann, path + "/invites", "{\"maxUses\": " + USES + "}")
                    .text("code");
            List<Integer> answers = askAll(server, code);
            assertThat(answers).filteredOn(status -> status == 200).hasSize(USES);
            assertThat(answers).filteredOn(status -> status == 404).hasSize(PEOPLE - USES);
            assertThat(server.get(ann, path + "/members").body().path("items")).hasSize(USES + 1);
            assertThat(server.get(ann, path).body().path("memberCount").asInt()).isEqualTo(USES + 1);
        }
    }

    private static List<Integer> askAll(CommunityServer server, String code) throws Exception {
        List<Callable<Integer>> asks = IntStream.range(0, PEOPLE)
                .mapToObj(number -> server.person("p" + number))
                .<Callable<Integer>>map(person -> () ->
                        server.post(person, "/invites/" + code + "/join", null).status())
                .toList();
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : threads.invokeAll(asks)) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    @Test
    void onePersonWhoAsksManyTimesAtOnceUsesTheInviteOnce() throws Exception {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String path = "/waddles/" + server.waddle(ann, "pond", false);
            String code =
                    server.post(ann, path + "/invites", "{\"maxUses\": 50}").text("code");
            List<Callable<Integer>> asks = IntStream.range(0, 12)
                    .<Callable<Integer>>mapToObj(_ -> () ->
                            server.post(bob, "/invites/" + code + "/join", null).status())
                    .toList();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Integer> each : threads.invokeAll(asks)) {
                    assertThat(each.get()).isEqualTo(200);
                }
            }
            assertThat(server.get(ann, path + "/invites").text()).contains("\"uses\":1,");
            assertThat(server.get(ann, path).body().path("memberCount").asInt()).isEqualTo(2);
        }
    }
}
