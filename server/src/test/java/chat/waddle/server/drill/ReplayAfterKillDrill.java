package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.migrations.Migrator;
import chat.waddle.migrations.Schema;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.WaddleCommands;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.command.Journal;
import chat.waddle.sqlite.command.RecordedCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Takes the commands that a killed server had recorded since the waddle was founded, and applies them to an empty
/// file: it must say the same, to the last id.
final class ReplayAfterKillDrill {
    private static final int ROUNDS = Integer.getInteger("drill.rounds", 5);

    @TempDir
    private Path folder;

    @Test
    void theRecordedCommandsMakeTheSameFileAgain() throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve("data");
        DrillCommunity community;
        try (ServerProcess server = ServerProcess.start(data)) {
            community = DrillCommunity.make(server, data, 1);
            server.kill();
        }
        for (int round = 0; round < ROUNDS; round++) {
            killedUnderLoad(community, data, round);
            compare(community.places().getFirst(), data, round);
        }
    }

    private static void killedUnderLoad(DrillCommunity community, Path data, int round)
            throws IOException, InterruptedException {
        Random random = new Random();
        try (ServerProcess server = ServerProcess.start(data)) {
            String token = community.signIn(server);
            List<Thread> threads = new ArrayList<>();
            List<Talker> talkers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                WireClient client = server.client().as(token);
                Talker talker = new Talker(
                        community.places().getFirst(), "m" + round + "x" + i, new Random(random.nextLong()), client);
                talkers.add(talker);
                threads.add(Thread.ofPlatform().start(talker));
            }
            TimeUnit.MILLISECONDS.timedJoin(threads.getFirst(), 2000 + random.nextInt(1000));
            server.kill();
            for (Thread thread : threads) {
                thread.join();
            }
            talkers.forEach(talker -> assertThat(talker.oddities()).isEmpty());
        }
    }

    private void compare(DrillCommunity.Place place, Path data, int round) throws IOException {
        try (ShardCopy left = ShardCopy.of(place, data, folder)) {
            left.judge();
            List<RecordedCommand> commands =
                    left.read(session -> Journal.commandsAfter(session, WaddleCommands.types(), 0, Integer.MAX_VALUE));
            assertThat(commands.getFirst().seq()).as("nothing was trimmed").isEqualTo(1);
            assertThat(commands.getLast().seq()).isEqualTo(left.shard().seq());
            AtomicLong now = new AtomicLong(left.birth().createdAtMillis());
            Path file = folder.resolve("replayed-" + round + ".sqlite");
            empty(file, place, left.birth());
            try (ShardCopy again = ShardCopy.at(place, file, () -> Instant.ofEpochMilli(now.get()))) {
                apply(commands, again.shard(), now);
                List<String> rows = left.dump();
                assertThat(again.dump()).isEqualTo(rows).hasSizeGreaterThan(commands.size());
                assertThat(again.shard().messageCount()).isEqualTo(left.shard().messageCount());
                assertThat(new ShardCare(again.shard())
                                .check(Duration.ofMinutes(1))
                                .findings())
                        .isEmpty();
                System.out.printf(
                        "replay drill: after kill %d, %d commands make the same %d rows%n",
                        round + 1, commands.size(), rows.size());
            }
        }
    }

    private static void empty(Path file, DrillCommunity.Place place, ShardCopy.Birth birth) {
        Migrator migrator = new Migrator(Schema.WADDLE.catalog(), InstantSource.system());
        SqliteFile.create(file, Schema.WADDLE.applicationId(), migrator::migrate, transaction -> {
            var meta = transaction.kept(
                    "INSERT INTO shard_meta (one, file_id, owner_id, created_at_ms) VALUES (1, ?, ?, ?)");
            meta.setString(1, place.shard());
            meta.setLong(2, birth.owner().value());
            meta.setLong(3, birth.createdAtMillis());
            meta.executeUpdate();
            var state = transaction.kept("INSERT INTO search_state (one, filed_to) VALUES (1, ?)");
            state.setLong(1, Long.MIN_VALUE);
            return state.executeUpdate();
        });
    }

    /// One after another, each at its own time: the ids and numbers must come out by themselves.
    private static void apply(List<RecordedCommand> commands, Shard shard, AtomicLong now) {
        for (RecordedCommand recorded : commands) {
            now.set(recorded.timeMillis());
            assertThat(shard.submit(recorded.command(), recorded.request()).seq())
                    .as(() -> "of " + recorded)
                    .isEqualTo(recorded.seq());
        }
    }
}
