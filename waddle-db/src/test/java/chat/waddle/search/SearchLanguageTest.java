package chat.waddle.search;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.EditMessage;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchLanguageTest {
    private static final SearchScope EVERYWHERE = new SearchScope(null, null, List.of(), null);
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

    private List<String> found(String query) {
        return found(query, EVERYWHERE);
    }

    private List<String> found(String query, SearchScope scope) {
        SearchHits hits =
                shard.read(reader -> reader.search().newest(SearchQueryParser.parse(query), scope, Long.MAX_VALUE, 25));
        return hits.hits().stream().map(hit -> hit.snippet().text()).toList();
    }

    @Test
    void allWordsMustMatchAndNegatedOnesMustNot() {
        posted(shard, talk, "red green");
        posted(shard, talk, "red blue");

        assertThat(found("red green")).containsExactly("red green");
        assertThat(found("red -green")).containsExactly("red blue");
        assertThat(found("red yellow")).isEmpty();
        assertThat(found("-green")).containsExactly("red blue");
    }

    @Test
    void aPhraseStandsTogetherAndAPrefixBegins() {
        posted(shard, talk, "the quick brown fox");
        posted(shard, talk, "brown the quick");

        assertThat(found("\"quick brown\"")).containsExactly("the quick brown fox");
        assertThat(found("qui*")).hasSize(2);
        assertThat(found("qui")).isEmpty();
        assertThat(found("-\"quick brown\" quick")).containsExactly("brown the quick");
    }

    @Test
    void caseAndAccentsMakeNoDifference() {
        posted(shard, talk, "Crème Brûlée at the café");

        assertThat(found("creme BRULEE")).hasSize(1);
        assertThat(found("CAFÉ")).hasSize(1);
        assertThat(found("cafés")).isEmpty();
    }

    @Test
    void thaiJapaneseAndEmojiAreFound() {
        posted(shard, talk, "ฉันกินข้าวแล้ว");
        posted(shard, talk, "東京タワーへ行く");
        posted(shard, talk, "great work 🎉🎉");

        assertThat(found("กินข้าว")).hasSize(1);
        assertThat(found("ข้าวกิน")).isEmpty();
        assertThat(found("タワー")).hasSize(1);
        assertThat(found("京東")).isEmpty();
        assertThat(found("🎉")).hasSize(1);
        assertThat(found("🎂")).isEmpty();
    }

    @Test
    void linksAreFoundByWhatTheyAre() {
        posted(shard, talk, "see https://example.org/page for more");
        posted(shard, talk, "see the page");

        assertThat(found("see has:link")).containsExactly("see https://example.org/page for more");
        assertThat(found("has:link")).hasSize(1);
        assertThat(found("has:image")).isEmpty();
        assertThat(found("has:nothing")).isEmpty();
    }

    @Test
    void daysLimitTheSearchOnBothSides() {
        fixture.clock.set(Instant.parse("2026-11-28T23:59:59Z"));
        posted(shard, talk, "walk one");
        fixture.clock.set(Instant.parse("2026-11-29T00:00:00Z"));
        posted(shard, talk, "walk two");
        fixture.clock.set(Instant.parse("2026-11-30T00:00:00Z"));
        posted(shard, talk, "walk three");

        assertThat(found("walk before:2026-11-29")).containsExactly("walk one");
        assertThat(found("walk after:2026-11-30")).containsExactly("walk three");
        assertThat(found("walk after:2026-11-29 before:2026-11-30")).containsExactly("walk two");
        assertThat(found("before:2026-11-29")).containsExactly("walk one");
    }

    @Test
    void aChannelThatMayNotBeSeenIsNotSearched() {
        ChannelId secret = fixture.channel(shard, "secret");
        posted(shard, talk, "password is open");
        posted(shard, secret, "password is hidden");
        Channel visible = Objects.requireNonNull(shard.channels().byId(talk));

        SearchScope onlyTalk = new SearchScope(List.of(visible.num()), null, List.of(), null);

        assertThat(found("password")).hasSize(2);
        assertThat(found("password", onlyTalk)).containsExactly("password is open");
        assertThat(found("password", new SearchScope(List.of(), null, List.of(), null)))
                .isEmpty();
    }

    @Test
    void editedAndDeletedMessagesLeaveTheIndexBeforeAndAfterTheyAreIndexed() {
        MessageId early = posted(shard, talk, "alpha");
        MessageId late = posted(shard, talk, "beta");
        assertThat(found("alpha")).hasSize(1);
        shard.submit(new EditMessage(OWNER, talk, early, "gamma"), BY_OWNER);
        indexEverything();
        shard.submit(new EditMessage(OWNER, talk, late, "delta"), BY_OWNER);

        assertThat(found("alpha")).isEmpty();
        assertThat(found("beta")).isEmpty();
        assertThat(found("gamma")).hasSize(1);
        assertThat(found("delta")).hasSize(1);

        shard.submit(new DeleteMessage(OWNER, talk, late), BY_OWNER);
        assertThat(found("delta")).isEmpty();
        assertThat(shard.engine().check(List.of("messages_fts")).findings()).isEmpty();
    }

    private void indexEverything() {
        fixture.store.putAway(WADDLE);
        shard = fixture.store.shard(WADDLE);
    }

    @Test
    void pagesOfHitsReachEveryHitOnceAcrossTheIndexAndTheTail() {
        for (int i = 0; i < 330; i++) {
            posted(shard, talk, "needle " + i);
        }
        SearchQuery query = SearchQueryParser.parse("needle");
        List<Long> reached = new ArrayList<>();
        long before = Long.MAX_VALUE;
        boolean more = true;
        while (more) {
            long from = before;
            SearchHits page = shard.read(reader -> reader.search().newest(query, EVERYWHERE, from, 7));
            page.hits().forEach(hit -> reached.add(hit.id()));
            before = page.hits().isEmpty() ? from : page.hits().getLast().id();
            more = page.more();
        }

        assertThat(reached).hasSize(330).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void relevancePutsTheBetterHitFirst() {
        posted(shard, talk, "penguin penguin penguin");
        posted(shard, talk, "a penguin among very many other words that have nothing to do with birds at all");
        indexEverything();

        SearchHits best =
                shard.read(reader -> reader.search().best(SearchQueryParser.parse("penguin"), EVERYWHERE, 0, 25));

        assertThat(best.hits().getFirst().snippet().text()).startsWith("penguin penguin");
    }

    @Test
    void theSnippetShowsWhereTheWordsAre() {
        posted(shard, talk, "Waddle like a Penguin");

        Snippet snippet = shard.read(reader -> reader.search()
                .newest(SearchQueryParser.parse("penguin waddle"), EVERYWHERE, Long.MAX_VALUE, 1)
                .hits()
                .getFirst()
                .snippet());

        assertThat(snippet.highlights()).containsExactly(new int[] {0, 6}, new int[] {14, 21});
    }
}
