package chat.waddle.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteSinkTest {
    @Test
    void writesNumbersOfEveryLength() {
        for (long power = 1; power > 0; power = power > Long.MAX_VALUE / 10 ? -1 : power * 10) {
            for (long value = power - 2; value <= power + 1; value++) {
                assertThat(written(value)).isEqualTo(Long.toString(value));
                assertThat(written(-value)).isEqualTo(Long.toString(-value));
            }
        }
        assertThat(written(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
        assertThat(written(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    }

    private static String written(long value) {
        ByteSink sink = new ByteSink(1).number(value);
        return new String(sink.array(), 0, sink.length(), US_ASCII);
    }
}
