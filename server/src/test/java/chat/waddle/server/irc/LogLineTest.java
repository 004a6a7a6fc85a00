package chat.waddle.server.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
    @Test
    void aChatLineGivesMinuteNickAndText() {
        assertThat(LogLine.parse("[07:05] <otter> is anyone here?"))
                .isEqualTo(new LogLine.Chat(7 * 60 + 5, "otter", "is anyone here?"));
    }

    @Test
    void theSpacesOfTheTextAreKeptButForTheFirst() {
        assertThat(LogLine.parse("[00:00] <otter>   indented ")).isEqualTo(new LogLine.Chat(0, "otter", "  indented "));
    }

    @Test
    void aChatLineMayHaveNoText() {
        assertThat(LogLine.parse("[23:59] <otter>")).isEqualTo(new LogLine.Chat(1439, "otter", ""));
        assertThat(LogLine.parse("[23:59] <otter> ")).isEqualTo(new LogLine.Chat(1439, "otter", ""));
    }

    @Test
    void aNickKeepsBracketsAndSpaces() {
        assertThat(LogLine.parse("[10:00] <ot[t] er> hi")).isEqualTo(new LogLine.Chat(600, "ot[t] er", "hi"));
    }

    @Test
    void aNickLosesControlCodes() {
        assertThat(LogLine.parse("[10:00] <\u000304ot\u0002ter> hi")).isEqualTo(new LogLine.Chat(600, "otter", "hi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[10:00]  * otter waves", "[10:00] * otter waves"})
    void anActionIsNoChatLine(String line) {
        assertThat(LogLine.parse(line)).isEqualTo(LogLine.Kind.ACTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=== otter has joined #pond", "===", "=== [10:00] <otter> hi"})
    void aSystemLineIsNoChatLine(String line) {
        assertThat(LogLine.parse(line)).isEqualTo(LogLine.Kind.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[10:00]",
                "[10:00] ",
                "[10:00] <otter hi",
                "[10:00] <> hi",
                "[10:00] < > hi",
                "[10:00] <\u0002> hi",
                "[24:00] <otter> hi",
                "[10:60] <otter> hi",
                "[1x:00] <otter> hi",
                "[10:00] -otter:#pond- a notice",
                "<otter> hi",
                " [10:00] <otter> hi"
            })
    void aLineOfAnotherFormIsNoChatLine(String line) {
        assertThat(LogLine.parse(line)).isEqualTo(LogLine.Kind.OTHER);
    }

    @Test
    void aNickIsNoLongerThanItsLimit() {
        String longest = "n".repeat(LogLine.MAX_NICK_CHARS);
        assertThat(LogLine.parse("[10:00] <" + longest + "> hi")).isEqualTo(new LogLine.Chat(600, longest, "hi"));
        assertThat(LogLine.parse("[10:00] <" + longest + "n> hi")).isEqualTo(LogLine.Kind.OTHER);
    }
}
