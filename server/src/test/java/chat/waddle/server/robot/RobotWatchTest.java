package chat.waddle.server.robot;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.OpenStream;
import chat.waddle.robot.BeginStream;
import chat.waddle.robot.CreateRobot;
import chat.waddle.robot.Robot;
import chat.waddle.robot.StreamOutcome;
import chat.waddle.server.message.MessageJson;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.shard.ShardStore;
import chat.waddle.shard.ShardStoreOptions;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.EngineListener;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotWatchTest {
    private static final WaddleId WADDLE = new WaddleId(1001);
    private static final UserId OWNER = new UserId(501);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatARobotLeftAloneEndsAtTheNextRoundAfterARestartToo() {
        ShardPlaces.Place place = new ShardPlaces.Place("w", folder.resolve("shards/w.sqlite"), 0);
        try (SqliteThreads threads = SqliteThreads.start(1, 1);
                ShardStore store = new ShardStore(
                        waddle -> Optional.of(place),
                        ShardStoreOptions.withLimit(1_000_000_000L),
                        threads,
                        now::get,
                        EngineListener.NONE,
                        new MessageJson())) {
            store.create(WADDLE, place, OWNER);
            Shard shard = store.shard(WADDLE);
            RobotWatch watch = new RobotWatch(store);
            watch.tick();
            begin(shard);
            pass();
            watch.tick();
            assertThat(new ShardCare(shard).robotWork()).as("nobody said so").isEqualTo(1);
            watch.working(WADDLE);
            watch.tick();
            assertThat(new ShardCare(shard).robotWork()).isZero();
            begin(shard);
            pass();
            new RobotWatch(store).tick();
            assertThat(new ShardCare(shard).robotWork()).as("after a restart").isZero();
        }
    }

    private void pass() {
        now.updateAndGet(instant -> instant.plus(OpenStream.SILENCE));
    }

    private void begin(Shard shard) {
        String name = "talk" + now.get().getEpochSecond();
        Channel talk = done(shard, CreateChannel.named(OWNER, name, ChannelType.TEXT));
        Robot robot = done(shard, new CreateRobot(OWNER, name, null, null));
        StreamOutcome begun = shard.submit(
                        new BeginStream(OWNER, talk.id(), robot.id(), null, null, null, false, true),
                        new Request(OWNER.value(), 1))
                .result();
        assertThat(begun).isInstanceOf(StreamOutcome.Streamed.class);
        assertThat(new ShardCare(shard).robotWork()).isEqualTo(1);
    }

    private static <T> T done(Shard shard, Command<CommunityOutcome<T>> command) {
        CommunityOutcome<T> outcome =
                shard.submit(command, new Request(OWNER.value(), 1)).result();
        assertThat(outcome).isInstanceOf(CommunityOutcome.Done.class);
        return ((CommunityOutcome.Done<T>) outcome).value();
    }
}
