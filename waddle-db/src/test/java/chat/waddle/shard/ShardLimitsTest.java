package chat.waddle.shard;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.EraseMessage;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardLimitsTest {
    private static final long LIMIT = 3_000_000;
    private static final Request BY_OWNER = new Request(OWNER.value(), 7);

    @TempDir
    Path folder;

    private static ShardStoreOptions small() {
        return new ShardStoreOptions(FileOptions.withLimit(LIMIT), 1000, Duration.ofMinutes(5));
    }

    private static List<MessageId> fill(Shard shard, ChannelId talk) {
        List<MessageId> ids = new ArrayList<>();
        String text = "a message that takes some room in the file ".repeat(40);
        try {
            while (ids.size() < 10_000) {
                ids.add(posted(shard, talk, text + ids.size()));
            }
            throw new AssertionError("the file never got full");
        } catch (StorageException full) {
            assertThat(full.kind()).isEqualTo(StorageException.Kind.LIMIT_REACHED);
            return ids;
        }
    }

    @Test
    void aFullShardRefusesNewMessagesButReadsSearchesDeletesAndRecovers() {
        try (ShardFixture fixture = new ShardFixture(folder, small())) {
            Shard shard = fixture.create(WADDLE);
            ChannelId talk = fixture.channel(shard, "talk");
            List<MessageId> ids = fill(shard, talk);
            int num = Objects.requireNonNull(shard.channels().byId(talk)).num();

            assertThat(ids).hasSizeGreaterThan(50);
            assertThat(shard.newest(num, 50).rows()).hasSize(50);
            int hits = shard.read(reader -> reader.search()
                            .newest(
                                    SearchQueryParser.parse("room"),
                                    new SearchScope(null, null, List.of(), null),
                                    Long.MAX_VALUE,
                                    25)
                            .hits())
                    .size();
            assertThat(hits).isEqualTo(25);

            for (MessageId id : ids.subList(0, ids.size() / 2)) {
                shard.submit(new EraseMessage(OWNER, talk, id), BY_OWNER);
            }

            posted(shard, talk, "there is room again");
            assertThat(Objects.requireNonNull(shard.engine().sizes().join()).fileBytes())
                    .isLessThanOrEqualTo(LIMIT);
            assertThat(shard.engine().check(List.of("messages_fts")).findings()).isEmpty();
        }
    }

    @Test
    void oneFullShardDoesNotConcernAnother() {
        try (ShardFixture fixture = new ShardFixture(folder, small())) {
            Shard full = fixture.create(WADDLE);
            fill(full, fixture.channel(full, "talk"));
            Shard other = fixture.create(new WaddleId(1002));
            ChannelId talk = fixture.channel(other, "talk");

            assertThat(posted(other, talk, "no problem here")).isNotNull();
        }
    }

    @Test
    void theLeastUsedShardsAreClosedAndOpenAgainByThemselves() {
        ShardStoreOptions three = new ShardStoreOptions(FileOptions.withLimit(10_000_000), 3, Duration.ofMinutes(5));
        try (ShardFixture fixture = new ShardFixture(folder, three)) {
            for (int i = 0; i < 8; i++) {
                Shard shard = fixture.create(new WaddleId(2000 + i));
                posted(shard, fixture.channel(shard, "talk"), "message of " + i);
            }
            assertThat(fixture.store.openCount()).isLessThanOrEqualTo(3);

            for (int i = 0; i < 8; i++) {
                long count = fixture.store.use(new WaddleId(2000 + i), Shard::messageCount);
                assertThat(count).isEqualTo(1);
            }
            assertThat(fixture.store.openCount()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void nobodyWaitsForTheClosingOfOneTooMany() {
        ShardStoreOptions few = new ShardStoreOptions(FileOptions.withLimit(10_000_000), 16, Duration.ofMinutes(5));
        try (ShardFixture fixture = new ShardFixture(folder, few)) {
            for (int i = 0; i < 24; i++) {
                fixture.create(new WaddleId(3000 + i));
                assertThat(fixture.store.openCount()).isLessThanOrEqualTo(17);
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(fixture.store.openCount()).isEqualTo(16));
        }
    }

    @Test
    void aQuarantinedShardIsRefusedUntilItIsReleased() {
        try (ShardFixture fixture = new ShardFixture(folder)) {
            fixture.create(WADDLE);
            fixture.store.quarantine(WADDLE, new StorageException(StorageException.Kind.DAMAGED, "by hand"));

            assertThatThrownBy(() -> fixture.store.shard(WADDLE)).isInstanceOf(StorageException.class);

            fixture.store.release(WADDLE);
            assertThat(fixture.store.shard(WADDLE).messageCount()).isZero();
        }
    }
}
