package chat.waddle.search;

import static chat.waddle.shard.ShardFixture.WADDLE;
import static chat.waddle.shard.ShardFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.ids.ChannelId;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnyTextIsALegalQueryTest {
    private static final SearchScope EVERYWHERE = new SearchScope(null, null, List.of(), null);

    /// Strings that make a raw FTS5 query fail or mean something else.
    private static final List<String> PROBES = List.of(
            "c++",
            "it's",
            "foo-bar",
            "a.b",
            "*",
            "**",
            "a*b",
            "*a",
            "a:b",
            ":",
            "x:",
            ":x",
            "",
            " ",
            "\0",
            "a\0b",
            "\"",
            "\"\"",
            "\"a",
            "a\"b",
            "\"a\" \"",
            "AND",
            "OR",
            "NOT",
            "a AND",
            "AND a",
            "a OR",
            "NOT a",
            "NEAR",
            "NEAR(a b)",
            "NEAR(a b, 5)",
            "(",
            ")",
            "((a",
            "a)",
            "(a OR b",
            "{content}:a",
            "content:a",
            "content : a",
            "rank:1",
            "nosuch:",
            "- a",
            "-",
            "--",
            "-\"a b\"",
            "+a",
            "a + b",
            "^a",
            "a^",
            "a ^ b",
            "~",
            "a~2",
            "[a]",
            "'; DROP TABLE messages; --",
            "%",
            "_",
            "\\");

    @TempDir
    Path folder;

    private ShardFixture fixture;
    private Shard shard;

    @BeforeEach
    void someMessages() {
        fixture = new ShardFixture(folder);
        shard = fixture.create(WADDLE);
        ChannelId talk = fixture.channel(shard, "talk");
        for (String text :
                List.of("c++ and c#", "it's a foo-bar", "a.b and content:a", "NEAR the end AND more", "plain")) {
            posted(shard, talk, text);
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private SearchHits newest(String query) {
        return shard.read(
                reader -> reader.search().newest(SearchQueryParser.parse(query), EVERYWHERE, Long.MAX_VALUE, 25));
    }

    private SearchHits best(String query) {
        return shard.read(reader -> reader.search().best(SearchQueryParser.parse(query), EVERYWHERE, 0, 25));
    }

    private List<String> found(String query) {
        return newest(query).hits().stream().map(hit -> hit.snippet().text()).toList();
    }

    @Test
    void fiftySevenStringsThatBreakARawQueryAreAnswered() {
        assertThat(PROBES).hasSize(57);
        for (String probe : PROBES) {
            newest(probe);
            best(probe);
        }
    }

    @Test
    void tenThousandRandomStringsAreAnswered() {
        long seed = 20_261_120;
        Random random = new Random(seed);
        String alphabet = "ab c\"*:-()^+{}[]'\\%_.,;!?\0\n\tANDORNOTNEAR上海ไทยé😀\ud83d";
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int unit = 0; unit < length; unit++) {
                boolean known = random.nextInt(4) > 0;
                text.append(known ? alphabet.charAt(random.nextInt(alphabet.length())) : (char) random.nextInt(0xffff));
            }
            assertThat(newest(text.toString()).hits())
                    .as("seed %d, string %d", seed, i)
                    .isNotNull();
        }
    }

    @Test
    void whatLooksLikeAnOperatorIsLookedForAsText() {
        assertThat(found("NEAR")).containsExactly("NEAR the end AND more");
        assertThat(found("AND")).hasSize(3);
        assertThat(found("c++")).containsExactly("c++ and c#");
        assertThat(found("it's")).containsExactly("it's a foo-bar");
        assertThat(found("content:a")).containsExactly("a.b and content:a");
        assertThat(found("nosuch:value")).isEmpty();
    }

    @Test
    void signsWithoutALetterFindNothing() {
        assertThat(found("!!!")).isEmpty();
        assertThat(found("?! plain")).containsExactly("plain");
    }

    @Test
    void aQueryThatIsTooLongIsRefusedAndOneAtTheLimitIsNot() {
        newest("a ".repeat(SearchQueryParser.LENGTH_LIMIT / 2));
        assertThatThrownBy(() -> SearchQueryParser.parse("a".repeat(SearchQueryParser.LENGTH_LIMIT + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
