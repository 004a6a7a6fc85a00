package chat.waddle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "two words", "caf\u00e9", "\uD83D\uDC68\u200D\uD83D\uDC69", "\u05d0\u05d1"})
    void ordinaryLinesPass(String text) {
        assertThat(TextRules.line("name", text, 10)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | empty",
                "\"  \" | empty",
                "\u200b\u200d | empty",
                "\"\u00a0\" | empty",
                "\" a\" | surrounding_space",
                "\"a \" | surrounding_space",
                "12345678901 | too_long",
                "a\u0007b | unusable_characters",
                "a\u202eb | unusable_characters",
                "a\u2066b | unusable_characters",
                "a\u2028b | unusable_characters",
                "a\ud800 | unusable_characters"
            })
    void linesThatNobodyCouldReadOrTrustAreRefused(String text, String code) {
        InvalidField invalid = Objects.requireNonNull(TextRules.line("name", text, 10));
        assertThat(invalid.code()).isEqualTo(code);
        assertThat(invalid.field()).isEqualTo("name");
    }

    @Test
    void proseMayHaveLinesOrBeMissing() {
        assertThat(TextRules.prose("reason", null, 10)).isNull();
        assertThat(TextRules.prose("reason", "", 10)).isNull();
        assertThat(TextRules.prose("reason", "a\n\tb", 10)).isNull();
        assertThat(TextRules.prose("reason", "a\u0000b", 10)).isNotNull();
        assertThat(TextRules.prose("reason", "12345678901", 10)).isNotNull();
    }

    @Test
    void charactersAreCountedNotTheirHalves() {
        assertThat(TextRules.line("name", "\uD83D\uDC27".repeat(10), 10)).isNull();
        assertThat(TextRules.line("name", "\uD83D\uDC27".repeat(11), 10)).isNotNull();
    }
}
