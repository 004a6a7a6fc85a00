package chat.waddle.shard;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.ByteSink;
import chat.waddle.message.ContentType;
import chat.waddle.message.MessageFlag;
import chat.waddle.message.MessageRow;
import chat.waddle.message.PostMessage;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.EngineListener;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A store of waddles in a folder, with a clock that the test sets and one waddle to begin with.
public final class ShardFixture implements AutoCloseable {
    public static final WaddleId WADDLE = new WaddleId(1001);
    public static final UserId OWNER = new UserId(501);

    public final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    public final SqliteThreads threads = SqliteThreads.start(2, 2);
    public final ShardStore store;
    private final Path folder;

    public ShardFixture(Path folder) {
        this(folder, ShardStoreOptions.withLimit(10_000_000_000L));
    }

    public ShardFixture(Path folder, ShardStoreOptions options) {
        this.folder = folder;
        store = new ShardStore(
                waddle -> Optional.of(place(waddle)),
                options,
                threads,
                clock,
                EngineListener.NONE,
                ShardFixture::encode);
    }

    /// Plain enough to compare: id, author and text, and what few messages have.
    private static void encode(MessageRow row, ByteSink target) {
        target.number(row.id()).ascii(" ").number(row.authorId()).ascii(" ").put(row.content());
        if (row.is(MessageFlag.PINNED)) {
            target.ascii(" pinned");
        }
        if (row.is(MessageFlag.HAS_MENTION)) {
            target.utf8(" " + row.mentions());
        }
        if (row.is(MessageFlag.HAS_REACTION)) {
            row.reactions().forEach(each -> target.utf8(" " + each.emoji() + each.members()));
        }
    }

    public ShardPlaces.Place place(WaddleId waddle) {
        String fileId = Long.toString(waddle.value(), 36);
        return new ShardPlaces.Place(fileId, folder.resolve("shards/" + fileId + ".sqlite"), 0);
    }

    public Shard create(WaddleId waddle) {
        store.create(waddle, place(waddle), OWNER);
        return store.shard(waddle);
    }

    /// Makes a text channel, by SQL: these tests are about what happens in it.
    public ChannelId channel(Shard shard, String name) {
        return shard.engine().run(session -> {
            var insert = session.kept(
                    "INSERT INTO channels (id, name, name_key, type, created_by) VALUES (?, ?, ?, 'text', 1)");
            long id = 9000 + session.number("SELECT count(*) FROM channels");
            insert.setLong(1, id);
            insert.setString(2, name);
            insert.setString(3, name);
            insert.executeUpdate();
            shard.reload(session);
            return new ChannelId(id);
        });
    }

    /// Has the shard read its file anew, as after a restart.
    public void reload(Shard shard, WriteSession session) throws SQLException {
        shard.reload(session);
    }

    public static PostMessage post(UserId author, ChannelId channel, String text) {
        return new PostMessage(author, channel, text, ContentType.TEXT, null, null, null, null);
    }

    /// Posts as the owner and expects success.
    public static MessageId posted(Shard shard, ChannelId channel, String text) {
        PostMessage.Outcome outcome = shard.submit(post(OWNER, channel, text), new Request(OWNER.value(), 1))
                .result();
        return ((PostMessage.Posted) outcome).id();
    }

    @Override
    public void close() {
        store.close();
        threads.close();
    }
}
