package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.erasure.EraseMember;
import chat.waddle.erasure.ErasureMode;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportMessagesTest {
    private static final long OLD = Instant.parse("2004-11-15T10:35:00Z").toEpochMilli();
    private static final UserId SOMEONE = new UserId(9001);
    private static final Request BY_OWNER = new Request(OWNER.value(), 7);

    @TempDir
    Path folder;

    private ShardFixture fixture;
    private Shard shard;
    private ChannelId talk;

    @BeforeEach
    void aChannel() {
        fixture = new ShardFixture(folder);
        shard = fixture.create(WADDLE);
        talk = fixture.channel(shard, "talk");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static ImportMessages.Item item(long time, String text) {
        return new ImportMessages.Item(SOMEONE, time, text, null, null);
    }

    private ImportMessages.Outcome imported(int first, boolean last, ImportMessages.Item... items) {
        return shard.submit(new ImportMessages(talk, "log", first, last, List.of(items)), Request.bySystem())
                .result();
    }

    private EncodedPage all() {
        int num = Objects.requireNonNull(shard.channels().byId(talk)).num();
        return shard.read(reader -> reader.history().newest(new History.Of.OfChannel(num), 100));
    }

    private List<String> texts() {
        return all().rows().stream()
                .map(row -> new String(row, StandardCharsets.UTF_8))
                .map(row -> row.substring(row.indexOf(' ', row.indexOf(' ') + 1) + 1))
                .toList();
    }

    @Test
    void importedMessagesStandAtTheirOwnTimesBeforeWhatWasPosted() {
        posted(shard, talk, "now");
        imported(0, true, item(OLD, "then"), item(OLD, "a moment later"), item(OLD - 60_000, "before that"));

        assertThat(texts()).containsExactly("before that", "then", "a moment later", "now");
        long first = Long.parseLong(new String(all().rows().getFirst(), StandardCharsets.UTF_8).split(" ", 2)[0]);
        assertThat(IdClock.millisOf(first)).isEqualTo(OLD - 60_000);
        assertThat(shard.messageCount()).isEqualTo(4);
    }

    @Test
    void importingTheSameAgainChangesNothing() {
        imported(0, false, item(OLD, "one"), item(OLD, "two"));
        long seq = shard.seq();

        assertThat(imported(0, false, item(OLD, "one"), item(OLD, "two")))
                .isEqualTo(new ImportMessages.AlreadyImported(2));
        assertThat(shard.seq()).isEqualTo(seq);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void nothingOfAnErasedAccountComesBack() {
        imported(0, false, item(OLD, "one"));
        EraseMember erasing = new EraseMember(SOMEONE, ErasureMode.DELETE, 100);
        assertThat(shard.submit(erasing, Request.bySystem()).result()).isInstanceOf(EraseMember.Erased.class);
        long seq = shard.seq();

        assertThat(imported(1, false, item(OLD, "two"))).isEqualTo(new ImportMessages.NoSuchMember(SOMEONE));
        assertThat(shard.seq()).isEqualTo(seq);
    }

    @Test
    void aRunThatLeavesAGapIsRefused() {
        imported(0, false, item(OLD, "one"));

        assertThat(imported(5, false, item(OLD, "six"))).isEqualTo(new ImportMessages.OutOfOrder(1));
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void moreMessagesOfOneMillisecondThanItsIdsKeepTheirOrder() {
        ImportMessages.Item[] items = new ImportMessages.Item[90];
        for (int chunk = 0; chunk < 10; chunk++) {
            for (int i = 0; i < items.length; i++) {
                items[i] = item(OLD, "m" + (chunk * items.length + i));
            }
            assertThat(imported(chunk * items.length, chunk == 9, items)).isInstanceOf(ImportMessages.Imported.class);
        }
        assertThat(texts()).endsWith("m898", "m899").hasSize(100);
        assertThat(shard.messageCount()).isEqualTo(900);
    }

    /// Everything waits for the writer together, so it could share a commit.
    @Test
    void whatIsPostedEditedAndImportedAtOnceIsFoundOnceAndOnlyAsItIsNow() throws Exception {
        MessageId edited = posted(shard, talk, "pelican before");
        CountDownLatch release = new CountDownLatch(1);
        List<CompletableFuture<?>> answers = new ArrayList<>();
        answers.add(shard.engine().runLater(session -> awaited(release)));
        answers.add(shard.submitLater(ShardFixture.post(OWNER, talk, "penguin posted"), BY_OWNER));
        answers.add(shard.submitLater(run(0, "penguin one"), Request.bySystem()));
        answers.add(shard.submitLater(new EditMessage(OWNER, talk, edited, "pelican after"), BY_OWNER));
        answers.add(shard.submitLater(run(1, "penguin two"), Request.bySystem()));
        answers.add(shard.submitLater(ShardFixture.post(OWNER, talk, "penguin last"), BY_OWNER));
        release.countDown();
        for (CompletableFuture<?> answer : answers) {
            Object _ = answer.get(30, TimeUnit.SECONDS);
        }

        for (int opened = 0; opened < 2; opened++) {
            assertThat(hits("penguin")).isEqualTo(4);
            assertThat(hits("before")).isZero();
            assertThat(hits("after")).isEqualTo(1);
            fixture.store.putAway(WADDLE);
            shard = fixture.store.shard(WADDLE);
        }
        assertThat(shard.engine().check(List.of("messages_fts")).findings()).isEmpty();
    }

    private static boolean awaited(CountDownLatch release) {
        try {
            return release.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportMessages run(int ordinal, String text) {
        return new ImportMessages(talk, "log", ordinal, false, List.of(item(OLD + ordinal, text)));
    }

    private long hits(String query) {
        return shard.read(reader -> reader.search()
                        .newest(
                                SearchQueryParser.parse(query),
                                new SearchScope(null, null, List.of(), null),
                                Long.MAX_VALUE,
                                25)
                        .hits())
                .size();
    }

    @Test
    void importedAndPostedMessagesAreFoundAlike() {
        posted(shard, talk, "penguin today");
        imported(0, true, item(OLD, "penguin long ago"));
        posted(shard, talk, "penguin again");

        assertThat(hits("penguin")).isEqualTo(3);
        assertThat(shard.engine().check(List.of("messages_fts")).findings()).isEmpty();
    }
}
