package chat.waddle.server.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteLinesTest {
    @Test
    void anEmptyStreamHasNoLine() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void theLastLineMayLackItsEnd() throws IOException {
        assertThat(lines("one\ntwo")).containsExactly("one", "two");
        assertThat(lines("one\ntwo\n")).containsExactly("one", "two");
    }

    @Test
    void emptyLinesAreLines() throws IOException {
        assertThat(lines("\n\none\n\n")).containsExactly("", "", "one", "");
    }

    @Test
    void aCarriageReturnBelongsToTheEndOfTheLine() throws IOException {
        assertThat(lines("one\r\ntw\ro\r\n")).containsExactly("one", "tw\ro");
    }

    @Test
    void linesAcrossTheBufferStayWhole() throws IOException {
        String line = "x".repeat(10_000);
        assertThat(lines((line + "\n").repeat(20))).hasSize(20).containsOnly(line);
    }

    @Test
    void aLineIsCutAtItsLimitAndTheNextIsWhole() throws IOException {
        List<String> lines = lines("x".repeat(3 * ByteLines.MAX_LINE_BYTES) + "\nnext\n");
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).hasSize(ByteLines.MAX_LINE_BYTES);
        assertThat(lines.getLast()).isEqualTo("next");
    }

    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ByteLines source = new ByteLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            for (int length = source.next(); length >= 0; length = source.next()) {
                lines.add(new String(source.bytes(), 0, length, StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
