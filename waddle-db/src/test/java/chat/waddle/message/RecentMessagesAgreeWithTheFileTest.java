package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random changes, and after each the newest page from memory must be the one that SQL gives.
class RecentMessagesAgreeWithTheFileTest {
    private static final long SEED = 4711;
    private static final Request BY_OWNER = new Request(OWNER.value(), 7);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<MessageId> ids = new ArrayList<>();
    private int imports;

    @Test
    void afterEveryRandomChange() {
        try (ShardFixture fixture = new ShardFixture(folder)) {
            Shard shard = fixture.create(WADDLE);
            ChannelId talk = fixture.channel(shard, "talk");
            int num = Objects.requireNonNull(shard.channels().byId(talk)).num();
            int fromMemory = 0;
            for (int step = 0; step < 600; step++) {
                change(shard, talk, step);
                int limit = 1 + random.nextInt(100);
                fromMemory += shard.newest(num, limit) == null ? 0 : 1;
                assertSame(shard, num, limit, step);
            }
            assertThat(fromMemory).isEqualTo(600);
            assertThat(ids).hasSizeGreaterThan(100);
        }
    }

    private void change(Shard shard, ChannelId talk, int step) {
        int kind = random.nextInt(100);
        if (kind < 60 || ids.isEmpty()) {
            ids.add(posted(shard, talk, "message " + step + (step % 5 == 0 ? " @everyone" : "")));
            return;
        }
        MessageId id = ids.get(random.nextInt(ids.size()));
        if (kind < 64) {
            shard.submit(new AddReaction(OWNER, talk, id, "👍"), BY_OWNER);
        } else if (kind < 65) {
            shard.submit(new PinMessage(OWNER, talk, id), BY_OWNER);
        } else if (kind < 66) {
            shard.submit(new BulkDelete(OWNER, talk, List.of(id, ids.getFirst())), BY_OWNER);
        } else if (kind < 68) {
            shard.submit(new RemoveReaction(OWNER, talk, id, "👍"), BY_OWNER);
        } else if (kind < 75) {
            shard.submit(
                    new EditMessage(OWNER, talk, id, "edited " + step + (step % 3 == 0 ? " <@501>" : "")), BY_OWNER);
        } else if (kind < 87) {
            shard.submit(new DeleteMessage(OWNER, talk, id), BY_OWNER);
        } else if (kind < 94) {
            shard.submit(new RestoreMessage(OWNER, talk, id), BY_OWNER);
        } else if (kind < 97) {
            shard.submit(new EraseMessage(OWNER, talk, id), BY_OWNER);
        } else {
            importOne(shard, talk, step);
        }
    }

    private void importOne(Shard shard, ChannelId talk, int step) {
        long time = 1_500_000_000_000L + random.nextInt(1_000_000);
        ImportMessages.Item item = new ImportMessages.Item(new UserId(77), time, "imported " + step, null, null);
        shard.submit(new ImportMessages(talk, "source", imports++, false, List.of(item)), Request.bySystem());
    }

    private static void assertSame(Shard shard, int num, int limit, int step) {
        EncodedPage memory = shard.newest(num, limit);
        EncodedPage file = shard.read(reader -> reader.history().newest(new History.Of.OfChannel(num), limit));
        assertThat(texts(memory))
                .as("seed %d, step %d, limit %d", SEED, step, limit)
                .isEqualTo(texts(file));
        assertThat(memory.before())
                .as("seed %d, step %d, limit %d", SEED, step, limit)
                .isEqualTo(file.before());
    }

    private static List<String> texts(EncodedPage page) {
        return page.rows().stream()
                .map(row -> new String(row, StandardCharsets.UTF_8))
                .toList();
    }
}
