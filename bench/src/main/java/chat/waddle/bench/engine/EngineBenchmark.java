package chat.waddle.bench.engine;

import chat.waddle.message.EncodedPage;
import chat.waddle.message.History;
import chat.waddle.message.PostMessage;
import chat.waddle.search.SearchHits;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Request;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// The paths of the engine without HTTP: post durably, newest page, a page deep in the history, searches.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class EngineBenchmark {
    private static final SearchScope EVERYWHERE = new SearchScope(null, null, List.of(), null);
    private static final Request REQUEST = new Request(BenchShard.OWNER.value(), 1);

    /// How many messages the channel has.
    @Param({"10000", "200000"})
    public int messages;

    @SuppressWarnings("NullAway.Init") // JMH sets it up before the first call
    private BenchShard bench;

    private long middle;

    @Setup(Level.Trial)
    public void fill() {
        bench = new BenchShard(messages);
        EncodedPage page = bench.shard().newest(bench.channelNum(), 50);
        middle = page.before() - (page.before() - firstId()) / 2;
    }

    private long firstId() {
        return bench.shard()
                .read(reader -> reader.history().after(new History.Of.OfChannel(bench.channelNum()), Long.MIN_VALUE, 1))
                .after();
    }

    @TearDown(Level.Trial)
    public void close() {
        bench.close();
    }

    @Benchmark
    public Committed<PostMessage.Outcome> postAlone() {
        return bench.shard().submit(bench.post("one message after the other, each on disk before the next"), REQUEST);
    }

    @Benchmark
    @Threads(16)
    public Committed<PostMessage.Outcome> postBySixteen() {
        return bench.shard().submit(bench.post("sixteen at once share their commits"), REQUEST);
    }

    @Benchmark
    public EncodedPage newestPage() {
        return bench.shard().newest(bench.channelNum(), 50);
    }

    @Benchmark
    public EncodedPage deepPage() {
        long id = middle + ThreadLocalRandom.current().nextLong(1 << 20);
        return bench.shard()
                .read(reader -> reader.history().before(new History.Of.OfChannel(bench.channelNum()), id, 50));
    }

    @Benchmark
    public SearchHits searchCommonWord() {
        return search(Words.word(20));
    }

    @Benchmark
    public SearchHits searchRareWord() {
        return search(Words.word(20_000 + ThreadLocalRandom.current().nextInt(10_000)));
    }

    @Benchmark
    public SearchHits searchTwoWords() {
        return search(Words.word(20) + " " + Words.word(50));
    }

    private SearchHits search(String query) {
        return bench.shard()
                .read(reader -> reader.search().newest(SearchQueryParser.parse(query), EVERYWHERE, Long.MAX_VALUE, 25));
    }
}
