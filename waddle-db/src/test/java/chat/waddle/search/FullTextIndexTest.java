package chat.waddle.search;

import static chat.waddle.shard.ShardFixture.OWNER;
import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.post;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.EditMessage;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullTextIndexTest {
    private static final SearchScope EVERYWHERE = new SearchScope(null, null, List.of(), null);
    private static final Request BY_OWNER = new Request(OWNER.value(), 7);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private ShardFixture fixture;
    private Shard shard;

    @BeforeEach
    void aShard() {
        fixture = new ShardFixture(folder);
        shard = fixture.create(WADDLE);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> found(String query) {
        return shard
                .read(reader -> reader.search().newest(SearchQueryParser.parse(query), EVERYWHERE, Long.MAX_VALUE, 25))
                .hits()
                .stream()
                .map(hit -> hit.snippet().text())
                .toList();
    }

    private long segments() {
        return shard.engine().run(session -> session.number("SELECT count(DISTINCT segid) FROM messages_fts_idx"));
    }

    /// A channel whose number does not fit into the index's keys.
    private ChannelId farChannel() {
        shard.engine().run(session -> {
            session.execute("INSERT INTO channels (num, id, name, name_key, type, created_by)"
                    + " VALUES (70000, 1, 'far', 'far', 'text', 1)");
            return true;
        });
        ChannelId farther = fixture.channel(shard, "farther");
        assertThat(shard.engine().<Long>run(session -> session.number("SELECT max(num) FROM channels")))
                .isEqualTo(70_001);
        return farther;
    }

    @Test
    void aChannelBeyondTheKeysNumbersIsSearchedLikeAnyOther() {
        ChannelId near = fixture.channel(shard, "near");
        ChannelId far = farChannel();
        posted(shard, near, "penguins swim");
        MessageId edited = posted(shard, far, "penguins dive");
        MessageId deleted = posted(shard, far, "penguins fly");

        assertThat(found("penguins")).containsExactly("penguins fly", "penguins dive", "penguins swim");
        shard.catchUpIndex();
        assertThat(found("penguins")).containsExactly("penguins fly", "penguins dive", "penguins swim");

        shard.submit(new EditMessage(OWNER, far, edited, "penguins waddle"), BY_OWNER);
        shard.submit(new DeleteMessage(OWNER, far, deleted), BY_OWNER);
        assertThat(found("penguins")).containsExactly("penguins waddle", "penguins swim");
        assertThat(found("dive")).isEmpty();
        assertThat(shard.engine().check(List.of("messages_fts")).findings()).isEmpty();
    }

    @Test
    void amongHitsWithAsManyMatchesTheShorterTextIsTheBetterOne() {
        ChannelId talk = fixture.channel(shard, "talk");
        posted(shard, talk, "a penguin");
        posted(shard, talk, "one penguin " + "and many other words ".repeat(40));
        shard.catchUpIndex();

        SearchHits hits =
                shard.read(reader -> reader.search().best(SearchQueryParser.parse("penguin"), EVERYWHERE, 0, 25));
        assertThat(hits.hits().getFirst().snippet().text()).isEqualTo("a penguin");
        assertThat(hits.hits()).hasSize(2);
    }

    @Test
    void aHitIsOneLookUpInTheClusteredTable() {
        SearchSql sql = SearchSql.newest(SearchQueryParser.parse("penguins"), EVERYWHERE);
        String plan = Engine.await(
                shard.engine().read(session -> {
                    StringBuilder steps = new StringBuilder();
                    var explain = session.kept("EXPLAIN QUERY PLAN " + sql.text());
                    sql.bind(explain, "penguins", Long.MAX_VALUE, 0, 25);
                    try (var row = explain.executeQuery()) {
                        while (row.next()) {
                            steps.append(row.getString("detail")).append('\n');
                        }
                    }
                    return steps.toString();
                }),
                PATIENCE);

        assertThat(plan).contains("SEARCH m USING PRIMARY KEY (channel=? AND id=?)");
        assertThat(plan).doesNotContain("TEMP B-TREE");
    }

    @Test
    void segmentsDoNotPileUpWhileMessagesCome() {
        ChannelId talk = fixture.channel(shard, "talk");
        List<CompletableFuture<? extends Committed<?>>> answers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            answers.add(shard.submitLater(
                    post(OWNER, talk, "message number " + i + " and some more words of it"), BY_OWNER));
            if (answers.size() == 1_000) {
                answers.forEach(answer -> Engine.await(answer, PATIENCE));
                answers.clear();
            }
        }

        assertThat(segments()).isBetween(1L, 24L); // nearly eighty were written
        shard.catchUpIndex();
        shard.optimizeSearch();
        assertThat(segments()).isEqualTo(1);
        assertThat(found("19999")).hasSize(1);
    }
}
