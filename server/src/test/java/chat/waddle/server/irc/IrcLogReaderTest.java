package chat.waddle.server.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IrcLogReaderTest {
    private static final String LOG = """
            [23:58] <otter> does the pond freeze?
            === heron has joined #pond
            [23:59] <heron> not this year
            [00:00]  * otter dives
            [00:01] <otter> good
            [00:01] <heron>
            [00:02] -teal:#pond- a notice
            [00:03] <otter> \u0002bye\u0002
            """;

    private static final String LINKS = """
            0 0 -
            0 2 -
            2 4 -
            4 0 -
            2 4 -
            1 2 -
            3 5 -
            4 6 -
            7 99 -
            what is this
            """;

    private IrcCounts counts = IrcCounts.NONE;

    @Test
    void chatLinesBecomeMessagesInOrder() throws IOException {
        assertThat(read(LOG, ""))
                .containsExactly(
                        message(0, 0, "2010-05-01T23:58:00Z", "otter", "does the pond freeze?"),
                        message(1, 2, "2010-05-01T23:59:00Z", "heron", "not this year"),
                        message(2, 4, "2010-05-02T00:01:00Z", "otter", "good"),
                        message(3, 5, "2010-05-02T00:01:00Z", "heron", ""),
                        message(4, 7, "2010-05-02T00:03:00Z", "otter", "bye"));
    }

    @Test
    void theLaterLineOfALinkRepliesToTheEarlierOne() throws IOException {
        List<IrcMessage> messages = read(LOG, LINKS);
        assertThat(messages)
                .extracting(IrcMessage::replies)
                .containsExactly(List.of(), List.of(0), List.of(0, 2), List.of(), List.of());
    }

    @Test
    void whateverIsLeftOutIsCounted() throws IOException {
        read(LOG, LINKS);
        assertThat(counts).isEqualTo(new IrcCounts(8, 5, 1, 1, 1, 1, 1, 0, 0, 1, 10, 1, 1, 5, 3));
    }

    @Test
    void everyLineAndEveryLinkIsCountedOnce() throws IOException {
        read(LOG, LINKS);
        assertThat(counts.messages() + counts.actions() + counts.systemLines() + counts.otherLines())
                .isEqualTo(counts.lines());
        assertThat(counts.selfLinks() + counts.doubleLinks() + counts.droppedLinks() + counts.replies())
                .isEqualTo(counts.linkLines());
    }

    @Test
    void aTextIsCutAtItsLimit() throws IOException {
        String longest = "x".repeat(IrcLogReader.MAX_TEXT_CHARS);
        List<IrcMessage> messages =
                read("[10:00] <otter> " + longest + "\n[10:00] <otter> " + longest + "y\n[10:00] <otter> z\n", "");
        assertThat(messages).extracting(IrcMessage::text).containsExactly(longest, longest, "z");
        assertThat(counts.cutTexts()).isEqualTo(1);
    }

    @Test
    void anEmptyLogHasNoMessages() throws IOException {
        assertThat(read("", LINKS)).isEmpty();
        assertThat(counts.droppedLinks()).isEqualTo(8);
    }

    @Test
    void countsOfLogsAddUp() throws IOException {
        read(LOG, LINKS);
        assertThat(counts.plus(counts).plus(IrcCounts.NONE))
                .isEqualTo(new IrcCounts(16, 10, 2, 2, 2, 2, 2, 0, 0, 2, 20, 2, 2, 10, 6));
    }

    private List<IrcMessage> read(String lines, String annotation) throws IOException {
        IrcLog log = new IrcLog("2010-05-01", LocalDate.of(2010, 5, 1), "pond", text(lines), text(annotation));
        List<IrcMessage> messages = new ArrayList<>();
        try (IrcLogReader reader = log.reader()) {
            for (IrcMessage message = reader.next(); message != null; message = reader.next()) {
                messages.add(message);
            }
            counts = reader.counts();
        }
        return messages;
    }

    private static IrcText text(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static IrcMessage message(int ordinal, int lineNumber, String time, String nick, String text) {
        return new IrcMessage(ordinal, lineNumber, Instant.parse(time), nick, text, List.of());
    }
}
