package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.waddle.server.drill.TrackedMessage.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lets the N-th sync of one waddle's file fail while both of two waddles are posted to, for every N. Needs `strace`.
final class FsyncFaultDrill {
    private static final int FIRST = Integer.getInteger("drill.first", 1);
    private static final int LAST = Integer.getInteger("drill.calls", 50);
    private static final int POSTS_BEHIND = 10;
    private static final int FAULTS_BETWEEN_RESTARTS = 10;

    @TempDir
    private Path folder;

    private final Map<DrillCommunity.Place, List<TrackedMessage>> known = new HashMap<>();
    private int met;
    private int refused;
    private int refusedButDone;

    @Test
    void aFailedSyncIsNeverAnsweredAsDone() throws IOException, InterruptedException, SQLException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/strace"))).as("strace").isTrue();
        Path data = folder.resolve("data");
        List<String> jvm = FastStart.options(folder);
        ServerProcess server = ServerProcess.start(data, jvm, List.of());
        try {
            DrillCommunity community = DrillCommunity.make(server, data, 2);
            community.places().forEach(place -> known.put(place, new ArrayList<>()));
            for (int n = FIRST; n <= LAST; n++) {
                withFault(server, community, data, n);
                assertThat(server.isAlive())
                        .as("the process lives through fault %d", n)
                        .isTrue();
                if (n % FAULTS_BETWEEN_RESTARTS != 0 && n < LAST) {
                    continue;
                }
                server.stop();
                server = ServerProcess.start(data, jvm, List.of());
                try (WireClient client = server.client().as(community.signIn(server))) {
                    for (DrillCommunity.Place place : community.places()) {
                        judge(client, place);
                    }
                }
            }
            server.stop();
            for (DrillCommunity.Place place : community.places()) {
                judge(place, data);
            }
        } finally {
            server.close();
        }
        System.out.printf(
                "fsync drill: sync %d..%d of a waddle's file failed: %d faults met, %d posts not answered as done (%d of"
                        + " them in the file), 0 false answers, the other waddle always served%n",
                FIRST, LAST, met, refused, refusedButDone);
        assertThat(met).isGreaterThan((LAST - FIRST) / 2);
    }

    private void withFault(ServerProcess server, DrillCommunity community, Path data, int n)
            throws IOException, InterruptedException {
        DrillCommunity.Place faulty = community.places().getFirst();
        Path calls = folder.resolve("calls-" + n);
        try (WireClient client = server.client().as(community.signIn(server))) {
            for (DrillCommunity.Place place : community.places()) {
                post(client, place, "warm" + n).expect(201);
            }
            Process tracer = attached(server, faulty.file(data), calls, n);
            // strace counts for each thread, and two of them write
            for (int i = 0; i < 2 * n + POSTS_BEHIND; i++) {
                for (DrillCommunity.Place place : community.places()) {
                    WireClient.Reply reply = post(client, place, "n" + n + "x" + i);
                    if (!place.equals(faulty)) {
                        reply.expect(201);
                    }
                }
            }
            tracer.destroy();
            tracer.waitFor();
            post(client, faulty, "later" + n).expect(201);
        }
        met += Files.readString(calls).contains("INJECTED") ? 1 : 0;
    }

    private static Process attached(ServerProcess server, Path file, Path calls, int n)
            throws IOException, InterruptedException {
        Process tracer = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-o",
                        calls.toString(),
                        "-e",
                        "trace=fdatasync,fsync",
                        "-e",
                        "inject=fdatasync,fsync:error=EIO:when=" + n,
                        "-P",
                        file.toString(),
                        "-P",
                        file + "-wal",
                        "-p",
                        Long.toString(server.pid()))
                .redirectErrorStream(true)
                .start();
        assertThat(tracer.inputReader().readLine()).contains("attached");
        boolean ended = tracer.waitFor(200, TimeUnit.MILLISECONDS);
        assertThat(ended).isFalse();
        return tracer;
    }

    private WireClient.Reply post(WireClient client, DrillCommunity.Place place, String key) throws IOException {
        TrackedMessage message = new TrackedMessage(key, "client-" + key, key + " words");
        State stored = new State.Present(message.firstText(), false);
        Objects.requireNonNull(known.get(place)).add(message);
        message.mayBecome(stored);
        WireClient.Reply reply = client.post(place.messages(), Talker.body(message));
        if (reply.status() == 201) {
            message.hasId(reply.id());
            message.is(stored);
        } else {
            reply.expect(503);
            refused++;
        }
        return reply;
    }

    /// After a clean restart: what was answered is there; the rest is sent again and is there once.
    private void judge(WireClient client, DrillCommunity.Place place) throws IOException {
        List<TrackedMessage> messages = Objects.requireNonNull(known.get(place));
        for (TrackedMessage message : messages) {
            if (!message.isCertain()) {
                WireClient.Reply reply = client.post(place.messages(), Talker.body(message));
                assertThat(reply.status()).isIn(200, 201);
                refusedButDone += reply.status() == 200 ? 1 : 0;
                message.hasId(reply.id());
                message.is(new State.Present(message.firstText(), false));
            }
        }
        Expectations.newestPages(client, place, messages);
    }

    private void judge(DrillCommunity.Place place, Path data) throws IOException {
        try (ShardCopy copy = ShardCopy.of(place, data, folder)) {
            copy.judge();
            Map<String, ShardCopy.Row> rows = copy.messages();
            List<TrackedMessage> messages = Objects.requireNonNull(known.get(place));
            messages.forEach(message -> message.found(rows.get(message.key())));
            assertThat(rows).hasSameSizeAs(messages);
        }
    }
}
