package chat.waddle.bench.engine;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.ContentType;
import chat.waddle.message.ImportMessages;
import chat.waddle.message.PostMessage;
import chat.waddle.server.message.MessageJson;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.shard.ShardStore;
import chat.waddle.shard.ShardStoreOptions;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.EngineListener;
import chat.waddle.sqlite.command.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// One waddle with a channel full of messages, in a temporary folder.
final class BenchShard implements AutoCloseable {
    static final UserId OWNER = new UserId(7);

    private static final WaddleId WADDLE = new WaddleId(1);
    private static final int CHUNK = 1000;

    private final Path folder;
    private final SqliteThreads threads;
    private final ShardStore store;
    private final Channel channel;

    BenchShard(int messages) {
        try {
            folder = Files.createTempDirectory("waddle-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads = SqliteThreads.start();
        ShardPlaces.Place place =
                new ShardPlaces.Place("bench0001", folder.resolve("shards/be/nc/bench0001.sqlite"), 0);
        store = new ShardStore(
                waddle -> Optional.of(place),
                ShardStoreOptions.withLimit(10_000_000_000L),
                threads,
                InstantSource.system(),
                EngineListener.NONE,
                new MessageJson());
        store.create(WADDLE, place, OWNER);
        channel = channel();
        fill(messages);
    }

    private Channel channel() {
        Shard shard = shard();
        shard.submit(CreateChannel.named(OWNER, "talk", ChannelType.TEXT), new Request(OWNER.value(), 0));
        return Objects.requireNonNull(shard.channels().byName("talk"));
    }

    private void fill(int messages) {
        Words words = new Words(42);
        long time = InstantSource.system().millis() - messages * 20_000L;
        for (int from = 0; from < messages; from += CHUNK) {
            List<ImportMessages.Item> items = new ArrayList<>(CHUNK);
            for (int i = from; i < Math.min(messages, from + CHUNK); i++) {
                items.add(new ImportMessages.Item(
                        new UserId(1000 + i % 500), time + i * 20_000L, words.sentence(), null, null));
            }
            boolean last = from + CHUNK >= messages;
            shard().submit(new ImportMessages(channel.id(), "bench", from, last, items), Request.bySystem());
        }
        shard().optimizeSearch();
    }

    Shard shard() {
        return store.shard(WADDLE);
    }

    ChannelId channelId() {
        return channel.id();
    }

    int channelNum() {
        return channel.num();
    }

    PostMessage post(String text) {
        return new PostMessage(OWNER, channel.id(), text, ContentType.TEXT, null, null, null, null);
    }

    @Override
    public void close() {
        store.close();
        threads.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
