package chat.waddle.server.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTextTest {
    private final LineText lineText = new LineText();

    @Test
    void validUtf8IsReadAsSuch() {
        assertThat(decode("grüße 你好 🦆".getBytes(StandardCharsets.UTF_8))).isEqualTo("grüße 你好 🦆");
        assertThat(lineText.repaired()).isZero();
    }

    @Test
    void aLineOfAnotherEncodingIsReadAsWindows1252AndCounted() {
        assertThat(decode("grüße – 5 €".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("grüße – 5 €");
        assertThat(lineText.repaired()).isEqualTo(1);
    }

    @Test
    void aBrokenLineDoesNotSpoilTheNext() {
        decode(new byte[] {(byte) 0xC3});
        assertThat(decode("grüße".getBytes(StandardCharsets.UTF_8))).isEqualTo("grüße");
        assertThat(lineText.repaired()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'\u000304,12red\u0003 text', 'red text'",
        "'\u0003123', '3'",
        "'\u0004ff0000red', 'red'",
        "'\u0002bold\u000F \u001Dslanted\u001F', 'bold slanted'",
        "'back\u0008space\u007F', 'backspace'",
        "'next\u0085line', 'nextline'",
        "'\u0003', ''"
    })
    void controlCodesAreStripped(String text, String stripped) {
        assertThat(LineText.strip(text)).isEqualTo(stripped);
    }

    @Test
    void aTextWithoutControlCodesStaysTheSameObject() {
        String text = " a\ttab, é and 你好 ";
        assertThat(LineText.strip(text)).isSameAs(text);
    }

    @Test
    void aLongTextIsCut() {
        assertThat(LineText.cut("abc", 3)).isEqualTo("abc");
        assertThat(LineText.cut("abcd", 3)).isEqualTo("abc");
    }

    @Test
    void aSurrogatePairIsNotCutInTwo() {
        assertThat(LineText.cut("ab🦆", 3)).isEqualTo("ab");
        assertThat(LineText.cut("a🦆b", 3)).isEqualTo("a🦆");
    }

    private String decode(byte[] bytes) {
        return lineText.decode(bytes, bytes.length);
    }
}
