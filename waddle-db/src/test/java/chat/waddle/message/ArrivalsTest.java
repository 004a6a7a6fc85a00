package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.post;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wherever a message stands, among the arrivals or filed, it is found, changed and counted alike.
class ArrivalsTest {
    private static final long SEED = 20_261_120;
    private static final Request BY_OWNER = new Request(OWNER.value(), 7);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SearchScope EVERYWHERE = new SearchScope(null, null, List.of(), null);
    private static final String ARRIVALS = "SELECT count(*) FROM arrivals";

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final NavigableMap<Long, String> expected = new TreeMap<>();
    private final List<MessageId> deleted = new ArrayList<>();
    private ShardFixture fixture;
    private Shard shard;
    private ChannelId talk;
    private ChannelId other;

    @BeforeEach
    void aShard() {
        fixture = new ShardFixture(folder);
        shard = fixture.create(WADDLE);
        talk = fixture.channel(shard, "talk");
        other = fixture.channel(shard, "other");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private int num(ChannelId channel) {
        return Objects.requireNonNull(shard.channels().byId(channel)).num();
    }

    private long arrivals() {
        return Engine.await(shard.engine().read(session -> session.number(ARRIVALS)), PATIENCE);
    }

    @Test
    void randomChangesAreReadTheSameBeforeAndAfterFiling() {
        int beforeFiling = 0;
        for (int step = 0; step < 400; step++) {
            change(step);
            if (random.nextInt(8) == 0) {
                shard.catchUpIndex();
            }
            beforeFiling += arrivals() > 0 ? 1 : 0;
            assertHistory(step);
            assertSearch(step);
        }
        assertThat(beforeFiling).isBetween(100, 399);
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(new ShardCare(shard).check(PATIENCE).findings()).isEmpty();
    }

    private void change(int step) {
        posted(shard, other, "penguin elsewhere " + step);
        int kind = random.nextInt(100);
        if (kind < 50 || expected.isEmpty()) {
            String text = "penguin " + step;
            expected.put(posted(shard, talk, text).value(), text);
        } else if (kind < 65) {
            MessageId id = someMessage();
            shard.submit(new EditMessage(OWNER, talk, id, "penguin edited " + step), BY_OWNER);
            expected.put(id.value(), "penguin edited " + step);
        } else if (kind < 80) {
            MessageId id = someMessage();
            shard.submit(new DeleteMessage(OWNER, talk, id), BY_OWNER);
            expected.remove(id.value());
            deleted.add(id);
        } else if (kind < 90 && !deleted.isEmpty()) {
            MessageId id = deleted.removeLast();
            ChangeOutcome restored =
                    shard.submit(new RestoreMessage(OWNER, talk, id), BY_OWNER).result();
            expected.put(id.value(), text(((ChangeOutcome.Done) restored).encoded()));
        } else {
            MessageId id = someMessage();
            shard.submit(new EraseMessage(OWNER, talk, id), BY_OWNER);
            expected.remove(id.value());
        }
    }

    /// Mostly one of the newest, which may not be filed yet.
    private MessageId someMessage() {
        long bound = random.nextInt(3) == 0
                ? expected.firstKey() + random.nextLong(expected.lastKey() - expected.firstKey() + 1)
                : expected.lastKey();
        return new MessageId(expected.floorKey(bound));
    }

    private void assertHistory(int step) {
        long id = expected.isEmpty() || random.nextInt(4) == 0
                ? Long.MAX_VALUE
                : someMessage().value();
        int limit = 1 + random.nextInt(20);
        History.Of talking = new History.Of.OfChannel(num(talk));
        EncodedPage before = shard.read(reader -> reader.history().before(talking, id, limit));
        EncodedPage after = shard.read(reader -> reader.history().after(talking, id, limit));
        EncodedPage around = shard.readSnapshot(reader -> reader.history().around(talking, id, limit * 2));

        String what = "seed " + SEED + ", step " + step + ", id " + id + ", limit " + limit;
        List<String> older = List.copyOf(expected.headMap(id, false).values());
        List<String> newer = List.copyOf(expected.tailMap(id, false).values());
        assertThat(texts(before)).as(what).isEqualTo(older.subList(Math.max(0, older.size() - limit), older.size()));
        assertThat(texts(after)).as(what).isEqualTo(newer.subList(0, Math.min(limit, newer.size())));
        List<String> from = List.copyOf(expected.tailMap(id, true).values());
        List<String> both = new ArrayList<>(older.subList(Math.max(0, older.size() - limit), older.size()));
        both.addAll(from.subList(0, Math.min(limit, from.size())));
        assertThat(texts(around)).as(what).isEqualTo(both);
        if (expected.containsKey(id)) {
            String one = shard.read(reader ->
                    reader.history().one(id).map(found -> text(found.bytes())).orElse("none"));
            assertThat(one).as(what).isEqualTo(expected.get(id));
        }
    }

    private void assertSearch(int step) {
        List<String> newestFirst = List.copyOf(expected.values()).reversed();
        List<String> wanted = newestFirst.subList(0, Math.min(10, newestFirst.size()));
        SearchScope here = new SearchScope(List.of(num(talk)), null, List.of(), null);
        assertThat(found("penguin", here, 10)).as("word, step %d", step).isEqualTo(wanted);
        assertThat(found("-walrus", here, 10)).as("no word, step %d", step).isEqualTo(wanted);
        assertThat(found("-edited", here, 200))
                .as("unwanted, step %d", step)
                .isEqualTo(newestFirst.stream()
                        .filter(text -> !text.contains("edited"))
                        .limit(100)
                        .toList());
    }

    private List<String> found(String query, SearchScope scope, int limit) {
        return shard
                .read(reader -> reader.search()
                        .newest(SearchQueryParser.parse(query), scope, Long.MAX_VALUE, Math.min(limit, 100)))
                .hits()
                .stream()
                .map(hit -> text(hit.message()))
                .toList();
    }

    private static String text(byte[] encoded) {
        String line = new String(encoded, StandardCharsets.UTF_8);
        return line.substring(line.indexOf(' ', line.indexOf(' ') + 1) + 1);
    }

    private static List<String> texts(EncodedPage page) {
        return page.rows().stream().map(ArrivalsTest::text).toList();
    }

    /// Numbers are posted; around the newest acknowledged one every way to read must find what comes next to it.
    @Test
    void readersMissNothingAndSeeNothingTwiceWhileMessagesAreFiled() {
        int posts = 6_000;
        List<CompletableFuture<Committed<PostMessage.Outcome>>> answers = new ArrayList<>();
        History.Of talking = new History.Of.OfChannel(num(talk));
        int whileFiling = 0;
        for (int i = 0; i < posts; i++) {
            answers.add(shard.submitLater(post(OWNER, talk, Integer.toString(i)), BY_OWNER));
            if (i < 400 || i % 40 != 0) {
                continue;
            }
            int done = i - 30;
            long id = ((PostMessage.Posted)
                            Engine.await(answers.get(done), PATIENCE).result())
                    .id()
                    .value();
            long early = ((PostMessage.Posted) Engine.await(answers.get(done - random.nextInt(300)), PATIENCE)
                            .result())
                    .id()
                    .value();
            List<Integer> newest = numbers(shard.read(reader -> reader.history().newest(talking, 100)));
            assertThat(newest.getLast()).isGreaterThanOrEqualTo(done);
            assertConsecutive(newest);
            List<Integer> before = numbers(shard.read(reader -> reader.history().before(talking, id, 50)));
            assertThat(before.getLast()).isEqualTo(done - 1);
            assertConsecutive(before);
            int first = shard.read(reader -> Integer.parseInt(
                    text(reader.history().one(early).orElseThrow().bytes())));
            List<Integer> after = numbers(shard.read(reader -> reader.history().after(talking, early, 100)));
            assertConsecutive(after);
            if (first < done) {
                assertThat(after.getFirst()).isEqualTo(first + 1);
                assertThat(after.getLast()).isGreaterThanOrEqualTo(Math.min(first + 100, done));
            }
            List<Integer> around =
                    numbers(shard.readSnapshot(reader -> reader.history().around(talking, id, 60)));
            assertThat(around).contains(done);
            assertConsecutive(around);
            assertThat(found(Integer.toString(done), EVERYWHERE, 5)).containsExactly(Integer.toString(done));
            whileFiling += arrivals() > 0 ? 1 : 0;
        }
        answers.forEach(answer -> Engine.await(answer, PATIENCE));
        assertThat(whileFiling).isGreaterThan(20);
        assertThat(arrivals()).isLessThan(posts / 2);
    }

    private static List<Integer> numbers(EncodedPage page) {
        return texts(page).stream().map(Integer::parseInt).toList();
    }

    private static void assertConsecutive(List<Integer> numbers) {
        for (int k = 1; k < numbers.size(); k++) {
            assertThat(numbers.get(k)).isEqualTo(numbers.get(k - 1) + 1);
        }
    }

    @Test
    void aFileThatIsOpenedWithArrivalsKnowsThemAll() {
        posted(shard, talk, "filed penguin");
        shard.catchUpIndex();
        MessageId edited = posted(shard, talk, "penguin to edit");
        MessageId gone = posted(shard, talk, "penguin to delete");
        shard.submit(new DeleteMessage(OWNER, talk, gone), BY_OWNER);
        shard.engine().run(session -> {
            fixture.reload(shard, session);
            return true;
        });
        assertThat(arrivals()).isEqualTo(2);

        assertThat(found("penguin", EVERYWHERE, 5)).containsExactly("penguin to edit", "filed penguin");
        shard.submit(new EditMessage(OWNER, talk, edited, "penguin edited"), BY_OWNER);
        shard.submit(new RestoreMessage(OWNER, talk, gone), BY_OWNER);
        List<String> all = List.of("penguin to delete", "penguin edited", "filed penguin");
        assertThat(found("penguin", EVERYWHERE, 5)).isEqualTo(all);
        shard.catchUpIndex();
        assertThat(arrivals()).isZero();
        assertThat(found("penguin", EVERYWHERE, 5)).isEqualTo(all);
        assertThat(new ShardCare(shard).check(PATIENCE).findings()).isEmpty();
    }

    @Test
    void repliesAndExpiryFindMessagesInBothPlaces() {
        for (boolean filed : List.of(false, true)) {
            MessageId target = posted(shard, talk, "target " + filed);
            MessageId goes = posted(shard, talk, "goes " + filed);
            shard.submit(new DeleteMessage(OWNER, talk, goes), BY_OWNER);
            if (filed) {
                shard.catchUpIndex();
            }
            PostMessage reply =
                    new PostMessage(OWNER, talk, "reply " + filed, ContentType.TEXT, null, target, null, null);
            PostMessage toNothing = new PostMessage(OWNER, talk, "reply", ContentType.TEXT, null, goes, null, null);
            assertThat(shard.submit(reply, BY_OWNER).result()).isInstanceOf(PostMessage.Posted.class);
            assertThat(shard.submit(toNothing, BY_OWNER).result())
                    .isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_REPLY_TARGET));

            fixture.clock.advance(Duration.ofDays(31));
            assertThat(new ShardCare(shard).eraseExpired(10)).isEqualTo(1);
            assertThat(new ShardCare(shard).eraseExpired(10)).isZero();
        }
    }

    @Test
    void aClosedFileHasThemAllFiledEvenDeletedOnes() {
        posted(shard, talk, "stays");
        shard.submit(new DeleteMessage(OWNER, talk, posted(shard, talk, "goes")), BY_OWNER);
        fixture.close();

        fixture = new ShardFixture(folder);
        shard = fixture.store.shard(WADDLE);
        assertThat(arrivals()).isZero();
        assertThat(Engine.<Long>await(
                        shard.engine().read(session -> session.number("SELECT count(*) FROM messages")), PATIENCE))
                .isEqualTo(2);
    }

    @Test
    void aMessageThatWasDeletedBeforeItWasFiledCanBeRestoredAfterwards() {
        MessageId id = posted(shard, talk, "comes back");
        shard.submit(new DeleteMessage(OWNER, talk, id), BY_OWNER);
        posted(shard, talk, "comes later");
        shard.catchUpIndex();
        assertThat(arrivals()).isZero();
        shard.submit(new RestoreMessage(OWNER, talk, id), BY_OWNER);
        assertThat(found("comes", EVERYWHERE, 5)).containsExactly("comes later", "comes back");
    }

    @Test
    void bothTablesHaveTheSameColumns() {
        List<String> both = Engine.await(
                shard.engine().read(session -> {
                    List<String> found = new ArrayList<>();
                    for (String table : List.of("messages", "arrivals")) {
                        try (var row = session.kept(
                                        "SELECT group_concat(name || ' ' || type || ' ' || coalesce(dflt_value, '-'), ', ')"
                                                + " FROM pragma_table_info('" + table + "')")
                                .executeQuery()) {
                            row.next();
                            found.add(row.getString(1));
                        }
                    }
                    return found;
                }),
                PATIENCE);
        assertThat(both.getFirst()).contains("channel INTEGER").isEqualTo(both.getLast());
    }

    @Test
    void aPageOverBothPlacesIsNotSorted() {
        String plan = Engine.await(
                shard.engine().read(session -> {
                    StringBuilder steps = new StringBuilder();
                    for (History.Query query : List.of(
                            History.CHANNEL_BEFORE, History.CHANNEL_FROM, History.THREAD_BEFORE, History.THREAD_FROM)) {
                        try (var row = session.kept("EXPLAIN QUERY PLAN " + query.all())
                                .executeQuery()) {
                            while (row.next()) {
                                steps.append(row.getString("detail")).append('\n');
                            }
                        }
                    }
                    return steps.toString();
                }),
                PATIENCE);
        assertThat(plan).contains("PRIMARY KEY (channel=? AND id<?)").doesNotContain("TEMP B-TREE");
    }
}
