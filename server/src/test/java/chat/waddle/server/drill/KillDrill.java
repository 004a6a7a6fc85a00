package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.drill.TrackedMessage.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the server at random moments under mixed load, again and again on the same data directory.
///
/// Three states: what was answered must be there as it was last answered, what was not sent must not, the rest may be,
/// but once; what is sent again with the same client's id is there exactly once.
final class KillDrill {
    private static final int CYCLES = Integer.getInteger("drill.cycles", 100);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());
    private static final int TALKERS_EACH = 3;
    private static final int SAMPLE = 10;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Map<DrillCommunity.Place, Map<String, TrackedMessage>> known = new HashMap<>();
    private final List<TrackedMessage> openPosts = new ArrayList<>();
    private long answers;
    private long unanswered;
    private long unansweredButDone;
    private long retried;
    private long retriedAnew;
    private int killedUnderLoad;

    @Test
    void whatWasAnsweredSurvivesEveryKill() throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve("data");
        List<String> jvm = FastStart.options(folder);
        DrillCommunity community;
        try (ServerProcess server = ServerProcess.start(data, jvm, List.of())) {
            community = DrillCommunity.make(server, data, 2);
            community.places().forEach(place -> known.put(place, new HashMap<>()));
            server.kill();
        }
        long started = System.nanoTime();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            if (cycle % 5 == 4) {
                killedWhileStarting(data, jvm);
            } else {
                killedUnderLoad(community, data, jvm, cycle);
            }
            for (DrillCommunity.Place place : community.places()) {
                judge(place, data);
            }
        }
        System.out.printf(
                "kill drill: seed %d, %d cycles in %d s, %d killed under load, %d answers, %d messages, %d unanswered"
                        + " (%d of them done), %d sent again (%d of them anew), 0 lost%n",
                SEED,
                CYCLES,
                (System.nanoTime() - started) / 1_000_000_000,
                killedUnderLoad,
                answers,
                known.values().stream().mapToInt(Map::size).sum(),
                unanswered,
                unansweredButDone,
                retried,
                retriedAnew);
        assertThat(killedUnderLoad).isGreaterThan(CYCLES / 3);
        assertThat(unanswered).isPositive();
    }

    private void killedWhileStarting(Path data, List<String> jvm) throws IOException, InterruptedException {
        Process process = ServerProcess.launch(data, jvm, List.of());
        boolean _ = process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        process.waitFor();
    }

    private void killedUnderLoad(DrillCommunity community, Path data, List<String> jvm, int cycle)
            throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(data, jvm, List.of())) {
            String token = community.signIn(server);
            try (WireClient client = server.client().as(token)) {
                sendAgain(client);
                for (DrillCommunity.Place place : community.places()) {
                    compare(client, place);
                }
            }
            List<Talker> talkers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (DrillCommunity.Place place : community.places()) {
                for (int i = 0; i < TALKERS_EACH; i++) {
                    String name = "m" + cycle + "x" + talkers.size();
                    talkers.add(new Talker(
                            place,
                            name,
                            new Random(random.nextLong()),
                            server.client().as(token)));
                }
            }
            talkers.forEach(talker -> threads.add(Thread.ofPlatform().start(talker)));
            TimeUnit.MILLISECONDS.timedJoin(threads.getFirst(), 50 + random.nextInt(1000));
            if (cycle % 10 == 3) {
                talkers.forEach(Talker::stop);
                join(threads);
                quiet(server, token, talkers);
            }
            server.kill();
            join(threads);
            talkers.forEach(this::learn);
        }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// Nobody writes: memory, file and search must agree before the kill already.
    private void quiet(ServerProcess server, String token, List<Talker> talkers) throws IOException {
        try (WireClient client = server.client().as(token)) {
            for (DrillCommunity.Place place : known.keySet()) {
                List<TrackedMessage> all =
                        new ArrayList<>(Objects.requireNonNull(known.get(place)).values());
                talkers.stream()
                        .filter(talker -> talker.place().equals(place))
                        .forEach(talker -> all.addAll(talker.messages()));
                Expectations.newestPages(client, place, all);
            }
        }
    }

    private void learn(Talker talker) {
        assertThat(talker.oddities()).isEmpty();
        answers += talker.answers();
        killedUnderLoad += talker.messages().stream().allMatch(TrackedMessage::isCertain) ? 0 : 1;
        Map<String, TrackedMessage> messages = Objects.requireNonNull(known.get(talker.place()));
        talker.messages().forEach(message -> messages.put(message.key(), message));
    }

    /// Compares a copy of the file with all that is known of it; afterwards everything is certain.
    private void judge(DrillCommunity.Place place, Path data) throws IOException {
        try (ShardCopy copy = ShardCopy.of(place, data, folder)) {
            copy.judge();
            Map<String, ShardCopy.Row> rows = copy.messages();
            Map<String, TrackedMessage> messages = Objects.requireNonNull(known.get(place));
            assertThat(messages.keySet()).as("what was not sent does not exist").containsAll(rows.keySet());
            for (TrackedMessage message : messages.values()) {
                boolean uncertain = !message.isCertain();
                boolean wasPost = uncertain && message.id() == 0;
                message.found(rows.get(message.key()));
                unanswered += uncertain ? 1 : 0;
                unansweredButDone += wasPost && message.id() != 0 ? 1 : 0;
                if (wasPost && message.clientId() != null) {
                    openPosts.add(message);
                }
            }
        }
    }

    /// The client's own id finds the message where it was stored, and stores it where it was not.
    private void sendAgain(WireClient client) throws IOException {
        for (TrackedMessage message : openPosts) {
            DrillCommunity.Place place = known.keySet().stream()
                    .filter(each -> Objects.requireNonNull(known.get(each)).containsKey(message.key()))
                    .findFirst()
                    .orElseThrow();
            boolean stored = message.id() != 0;
            WireClient.Reply reply =
                    client.post(place.messages(), Talker.body(message)).expect(stored ? 200 : 201);
            message.hasId(reply.id());
            message.is(new State.Present(message.firstText(), false));
            assertThat(reply.text("content")).isEqualTo(message.firstText());
            assertThat(client.post(place.messages(), Talker.body(message))
                            .expect(200)
                            .id())
                    .isEqualTo(message.id());
            retried++;
            retriedAnew += stored ? 0 : 1;
        }
        openPosts.clear();
    }

    private void compare(WireClient client, DrillCommunity.Place place) throws IOException {
        List<TrackedMessage> messages =
                new ArrayList<>(Objects.requireNonNull(known.get(place)).values());
        Expectations.newestPages(client, place, messages);
        for (int i = 0; i < SAMPLE && !messages.isEmpty(); i++) {
            TrackedMessage message = messages.get(random.nextInt(messages.size()));
            assertThat(Expectations.search(client, place, message)).isNull();
            if (message.id() != 0) {
                assertThat(Expectations.read(client, place, message)).isNull();
            }
        }
    }
}
