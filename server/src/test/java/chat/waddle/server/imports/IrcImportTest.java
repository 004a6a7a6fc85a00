package chat.waddle.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.directory.account.AccountType;
import chat.waddle.ids.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// IRC logs taken over into a real waddle.
@Timeout(120)
class IrcImportTest {
    private static final int MANY = 6 * IrcImport.RUN + 7;

    @TempDir
    private Path folder = Path.of("");

    private ImportFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new ImportFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void messagesComeOverInOrderWithAuthorTimeAndReplies() throws IOException {
        fixture.log("2010-05-01", """
                [23:58] <otter> does the pond freeze?
                === heron has joined #pond
                [23:58] <heron> not this year
                [00:01] <otter> good
                """, "0 2 -\n0 3 -\n2 3 -\n");
        ImportPlace place = fixture.place("talk");
        ImportSummary summary = fixture.run(place);
        List<JsonNode> messages = fixture.messages(place);
        assertThat(texts(messages)).containsExactly("does the pond freeze?", "not this year", "good");
        assertThat(messages)
                .extracting(message -> message.get("createdAt").asText())
                .containsExactly("2010-05-01T23:58:00.000Z", "2010-05-01T23:58:00.001Z", "2010-05-02T00:01:00.000Z");
        assertThat(messages).extracting(fixture::authorOf).containsExactly("otter", "heron", "otter");
        String first = messages.getFirst().get("id").asText();
        String second = messages.get(1).get("id").asText();
        assertThat(messages.get(1).get("replyToId").asText()).isEqualTo(first);
        assertThat(messages.get(1).has("metadata")).isFalse();
        assertThat(messages.getLast().get("replyToId").asText())
                .as("the nearest one")
                .isEqualTo(second);
        assertThat(messages.getLast().at("/metadata/alsoRepliesTo/0").asText()).isEqualTo(first);
        assertThat(summary.imported()).isEqualTo(3);
        assertThat(summary.authors()).isEqualTo(2);
        assertThat(summary.counts().replies()).isEqualTo(3);
        assertThat(summary.lostReplies()).isZero();
    }

    @Test
    void aSecondImportChangesNothing() throws IOException {
        fixture.log("2010-05-01", "[10:00] <otter> one\n[10:00] <otter> two\n", "0 1 -\n");
        ImportPlace place = fixture.place("talk");
        fixture.run(place);
        long seq = fixture.shard(place).seq();
        long directorySeq = fixture.application.stores().directory().engine().seq();
        ImportSummary again = fixture.run(fixture.place("talk"));
        assertThat(again.imported()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(2);
        assertThat(again.authors()).isEqualTo(1);
        assertThat(fixture.shard(place).seq()).isEqualTo(seq);
        assertThat(fixture.application.stores().directory().engine().seq()).isEqualTo(directorySeq);
        assertThat(fixture.messages(place)).hasSize(2);
    }

    @Test
    void anImportThatBrokeOffGoesOnAndRepliesReachAcrossRuns() throws IOException {
        int late = MANY - 1;
        fixture.log("2010-05-01", manyLines(), "3 " + late + " -\n" + (late - 1) + " " + late + " -\n5 2000 -\n");
        ImportPlace place = fixture.place("talk");
        assertThatThrownBy(() -> fixture.run(place, (_, _, _) -> {
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");
        int before = fixture.messages(place).size();
        assertThat(before).as("broken off in the middle").isBetween(1, MANY - 1);
        ImportSummary summary = fixture.run(place);
        assertThat(summary.imported()).isPositive();
        assertThat(summary.imported() + summary.alreadyThere()).isEqualTo(MANY);
        assertThat(summary.lostReplies()).isZero();
        List<JsonNode> messages = fixture.messages(place);
        assertThat(texts(messages))
                .isEqualTo(IntStream.range(0, MANY).mapToObj(i -> "line " + i).toList());
        assertThat(messages.get(2000).get("replyToId"))
                .isEqualTo(messages.get(5).get("id"));
        assertThat(messages.get(late).get("replyToId"))
                .isEqualTo(messages.get(late - 1).get("id"));
        assertThat(messages.get(late).at("/metadata/alsoRepliesTo/0"))
                .isEqualTo(messages.get(3).get("id"));
        assertThat(messages.get(late - 1).get("replyToId").isNull()).isTrue();
    }

    @Test
    void logsThatShareMinutesEachKeepTheirOrder() throws IOException {
        fixture.log("2010-05-01_a", "[10:00] <otter> a1\n[10:00] <otter> a2\n[10:01] <otter> a3\n", "0 2 -\n");
        fixture.log("2010-05-01_b", "[10:00] <heron> b1\n[10:00] <heron> b2\n[10:01] <heron> b3\n", "1 2 -\n");
        ImportPlace place = fixture.place("talk");
        assertThat(fixture.run(place).imported()).isEqualTo(6);
        List<JsonNode> messages = fixture.messages(place);
        assertThat(texts(messages)).containsExactly("a1", "b1", "a2", "b2", "a3", "b3");
        assertThat(messages.get(4).get("replyToId")).isEqualTo(messages.get(0).get("id"));
        assertThat(messages.get(5).get("replyToId")).isEqualTo(messages.get(3).get("id"));
    }

    @Test
    void aLogThatHasGrownIsContinuedAndSaysWhichRepliesItLost() throws IOException {
        fixture.log("2010-05-01", "[10:00] <otter> one\n", "");
        ImportPlace place = fixture.place("talk");
        fixture.run(place);
        fixture.log(
                "2010-05-01", "[10:00] <otter> one\n[10:00] <otter> two\n[10:00] <otter> three\n", "0 1 -\n1 2 -\n");
        ImportSummary summary = fixture.run(place);
        assertThat(summary.imported()).isEqualTo(2);
        assertThat(summary.alreadyThere()).isEqualTo(1);
        assertThat(summary.lostReplies()).isEqualTo(1);
        assertThat(texts(fixture.messages(place))).containsExactly("one", "two", "three");
    }

    @Test
    void theSameLogMayGoIntoTwoChannels() throws IOException {
        fixture.log("2010-05-01", "[10:00] <otter> one\n", "");
        ImportPlace talk = fixture.place("talk");
        ImportPlace archive = fixture.place("archive");
        assertThat(fixture.run(talk).imported()).isEqualTo(1);
        assertThat(fixture.run(archive).imported()).isEqualTo(1);
        assertThat(fixture.messages(archive).getFirst().get("authorId"))
                .isEqualTo(fixture.messages(talk).getFirst().get("authorId"));
    }

    @Test
    void oddNamesAreKeptAndNobodyCanSignInAsThem() throws IOException {
        List<String> nicks = List.of("[x]^_^", "Otter", "otter", "zo\u00eb", "a\\b|c`", "\u732b");
        fixture.log(
                "2010-05-01",
                nicks.stream().map(nick -> "[10:00] <" + nick + "> hi\n").collect(Collectors.joining()),
                "");
        ImportPlace place = fixture.place("talk");
        assertThat(fixture.run(place).authors()).isEqualTo(nicks.size());
        List<JsonNode> messages = fixture.messages(place);
        assertThat(messages).extracting(fixture::authorOf).isEqualTo(nicks);
        for (JsonNode message : messages) {
            UserId author = new UserId(message.get("authorId").asLong());
            assertThat(fixture.application
                            .stores()
                            .directory()
                            .profiles()
                            .account(author)
                            .orElseThrow())
                    .satisfies(account -> {
                        assertThat(account.accountType()).isEqualTo(AccountType.IMPORTED);
                        assertThat(account.email()).isNull();
                        assertThat(account.username()).isNull();
                    });
            assertThat(fixture.shard(place).access(author))
                    .as("an imported author is no member")
                    .isEmpty();
        }
    }

    @Test
    void aBlankMessageIsKept() throws IOException {
        fixture.log("2010-05-01", "[10:00] <otter>\n[10:00] <otter> x\n", "0 1 -\n");
        ImportPlace place = fixture.place("talk");
        fixture.run(place);
        assertThat(texts(fixture.messages(place))).containsExactly("", "x");
    }

    private static String manyLines() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> String.format("[%02d:%02d] <otter> line %d%n", i / 60 / 10, i / 10 % 60, i))
                .collect(Collectors.joining());
    }

    private static List<String> texts(List<JsonNode> messages) {
        return messages.stream().map(message -> message.get("content").asText()).toList();
    }
}
