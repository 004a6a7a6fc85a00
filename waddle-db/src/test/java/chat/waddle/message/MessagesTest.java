package chat.waddle.message;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.search.SearchHits;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.shard.WaddleCommands;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Journal;
import chat.waddle.sqlite.command.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {
    private static final Request BY_OWNER = new Request(OWNER.value(), 7);
    private static final SearchScope EVERYWHERE = new SearchScope(null, null, List.of(), null);

    @TempDir
    Path folder;

    private ShardFixture fixture;
    private Shard shard;
    private ChannelId talk;
    private int talkNum;

    @BeforeEach
    void aWaddleWithAChannel() {
        fixture = new ShardFixture(folder);
        shard = fixture.create(WADDLE);
        talk = fixture.channel(shard, "talk");
        Channel channel = Objects.requireNonNull(shard.channels().byId(talk));
        talkNum = channel.num();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> texts(EncodedPage page) {
        return page.rows().stream()
                .map(row -> new String(row, StandardCharsets.UTF_8))
                .map(row -> row.substring(row.indexOf(' ', row.indexOf(' ') + 1) + 1))
                .toList();
    }

    private List<String> found(String query) {
        SearchHits hits = shard.read(
                reader -> reader.search().newest(SearchQueryParser.parse(query), EVERYWHERE, Long.MAX_VALUE, 100));
        return hits.hits().stream().map(hit -> hit.snippet().text()).toList();
    }

    @Test
    void aPostedMessageIsInTheHistoryAndFoundAtOnce() {
        posted(shard, talk, "Hello penguins");

        assertThat(texts(shard.newest(talkNum, 50))).containsExactly("Hello penguins");
        assertThat(found("PENGUINS")).containsExactly("Hello penguins");
        assertThat(found("walrus")).isEmpty();
    }

    @Test
    void pagingBackReachesEveryMessageOfTheSameMillisecondOnce() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            posted(shard, talk, "message " + i);
            expected.add("message " + i);
        }

        List<String> reached = new ArrayList<>();
        EncodedPage page = shard.newest(talkNum, 50);
        while (true) {
            List<String> texts = new ArrayList<>(texts(page));
            Collections.reverse(texts);
            reached.addAll(texts);
            long before = page.before();
            if (before == EncodedPage.NONE) {
                break;
            }
            page = shard.read(reader -> reader.history().before(new History.Of.OfChannel(talkNum), before, 50));
        }

        assertThat(reached).isEqualTo(expected.reversed());
    }

    @Test
    void anEditIsSeenEverywhereAndItsOldTextNowhere() {
        MessageId id = posted(shard, talk, "The quick fox");
        assertThat(texts(shard.newest(talkNum, 50))).containsExactly("The quick fox");

        shard.submit(new EditMessage(OWNER, talk, id, "The slow badger"), BY_OWNER);

        assertThat(texts(shard.newest(talkNum, 50))).containsExactly("The slow badger");
        assertThat(found("badger")).hasSize(1);
        assertThat(found("fox")).isEmpty();
    }

    @Test
    void aDeletedMessageIsGoneUntilItIsRestored() {
        MessageId id = posted(shard, talk, "Now you see me");
        posted(shard, talk, "and me");
        shard.newest(talkNum, 50);

        shard.submit(new DeleteMessage(OWNER, talk, id), BY_OWNER);

        assertThat(texts(shard.newest(talkNum, 50))).containsExactly("and me");
        assertThat(found("see")).isEmpty();
        assertThat(shard.messageCount()).isEqualTo(1);

        shard.submit(new RestoreMessage(OWNER, talk, id), BY_OWNER);

        assertThat(texts(shard.newest(talkNum, 50))).containsExactly("Now you see me", "and me");
        assertThat(found("see")).hasSize(1);
    }

    @Test
    void afterTheUndoWindowADeletedMessageCannotBeRestoredAndIsErased() {
        MessageId id = posted(shard, talk, "Soon forgotten");
        shard.submit(new DeleteMessage(OWNER, talk, id), BY_OWNER);
        fixture.clock.advance(Duration.ofDays(31));

        ChangeOutcome outcome =
                shard.submit(new RestoreMessage(OWNER, talk, id), BY_OWNER).result();
        EraseExpired.Erased erased =
                shard.submit(new EraseExpired(100), Request.bySystem()).result();

        assertThat(outcome).isEqualTo(new ChangeOutcome.Refused(MessageRefusal.TOO_LATE));
        assertThat(erased.messages()).isEqualTo(1);
        boolean gone = shard.read(reader -> reader.history().one(id.value()).isEmpty());
        assertThat(gone).isTrue();
    }

    @Test
    void aMessageOfAHeldAccountOutlastsItsUndoWindow() {
        MessageId id = posted(shard, talk, "Evidence");
        shard.submit(new DeleteMessage(OWNER, talk, id), BY_OWNER);
        fixture.clock.advance(Duration.ofDays(31));

        EraseExpired.Erased kept = shard.submit(new EraseExpired(100, List.of(OWNER)), Request.bySystem())
                .result();
        EraseExpired.Erased erased =
                shard.submit(new EraseExpired(100), Request.bySystem()).result();

        assertThat(kept.messages()).isZero();
        assertThat(erased.messages()).isEqualTo(1);
    }

    @Test
    void anErasedMessageStandsInNoRecordedCommand() {
        posted(shard, talk, "Keep this");
        MessageId id = posted(shard, talk, "Very secret");
        shard.submit(new EditMessage(OWNER, talk, id, "Most secret"), BY_OWNER);

        shard.submit(new EraseMessage(OWNER, talk, id), BY_OWNER);

        List<String> recorded = Engine.await(
                        shard.engine().read(session -> Journal.commandsAfter(session, WaddleCommands.types(), 0, 100)),
                        Duration.ofSeconds(10))
                .stream()
                .map(command -> command.command().toString())
                .toList();
        assertThat(recorded).anyMatch(command -> command.contains("Keep this"));
        assertThat(recorded).noneMatch(command -> command.contains("secret"));
    }

    @Test
    void theSameClientMessageIdPostsOnce() {
        PostMessage command = new PostMessage(OWNER, talk, "Once", ContentType.TEXT, "key-1", null, null, null);

        PostMessage.Outcome first = shard.submit(command, BY_OWNER).result();
        PostMessage.Outcome second = shard.submit(command, BY_OWNER).result();

        assertThat(first).isInstanceOf(PostMessage.Posted.class);
        assertThat(second).isEqualTo(new PostMessage.AlreadyPosted(((PostMessage.Posted) first).id()));
        assertThat(texts(shard.newest(talkNum, 50))).containsExactly("Once");
    }

    @Test
    void theSameClientMessageIdInAnotherChannelIsAnotherMessage() {
        ChannelId other = fixture.channel(shard, "other");

        PostMessage.Outcome here = shard.submit(
                        new PostMessage(OWNER, talk, "Here", ContentType.TEXT, "key-1", null, null, null), BY_OWNER)
                .result();
        PostMessage.Outcome there = shard.submit(
                        new PostMessage(OWNER, other, "There", ContentType.TEXT, "key-1", null, null, null), BY_OWNER)
                .result();

        assertThat(here).isInstanceOf(PostMessage.Posted.class);
        assertThat(there).isInstanceOf(PostMessage.Posted.class);
    }

    @Test
    void chineseWordsAreFoundAndReversedOnesAreNot() {
        posted(shard, talk, "我家在上海东边");
        posted(shard, talk, "病院はどこですか");

        assertThat(found("上海")).containsExactly("我家在上海东边");
        assertThat(found("海上")).isEmpty();
        assertThat(found("病院")).hasSize(1);
    }

    @Test
    void whatWasPostedJustBeforeAndAfterIndexingIsFoundExactlyOnce() {
        for (int i = 0; i < 1000; i++) {
            posted(shard, talk, "needle number " + i);
            if (i % 100 == 50) {
                assertThat(found("needle").size()).isEqualTo(Math.min(100, i + 1));
            }
        }
        assertThat(found("needle 999")).hasSize(1);
    }

    @Test
    void everythingIsThereAfterClosingAndOpeningAgain() {
        posted(shard, talk, "Still here");
        fixture.store.putAway(WADDLE);
        shard = fixture.store.shard(WADDLE);

        assertThat(texts(shard.newest(talkNum, 50))).containsExactly("Still here");
        assertThat(found("still")).hasSize(1);
        assertThat(shard.messageCount()).isEqualTo(1);
    }
}
