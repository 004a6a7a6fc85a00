package chat.waddle.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChainCheckTest {
    private record Line(long id, @Nullable String text, byte[] chain) {
        List<@Nullable Object> fields() {
            return Arrays.asList(id, text);
        }
    }

    private static List<Line> log(int count) {
        List<Line> lines = new ArrayList<>();
        byte[] last = new byte[0];
        for (long id = 1; id <= count; id++) {
            String text = "line " + id;
            last = HashChain.next(last, Arrays.asList(id, text));
            lines.add(new Line(id, text, last));
        }
        return lines;
    }

    private static ChainCheck.Report check(List<Line> lines) {
        ChainCheck check = new ChainCheck();
        lines.forEach(line -> check.add(line.id(), line.chain(), line.fields()));
        return check.report();
    }

    @Test
    void anUntouchedLogIsWhole() {
        ChainCheck.Report report = check(log(100));

        assertThat(report.brokenAt()).isNull();
        assertThat(report.lines()).isEqualTo(100);
        assertThat(report.head()).hasSize(64);
        assertThat(check(List.of()).head()).isEmpty();
    }

    @Test
    void everyChangedLineIsFound() {
        for (int i = 0; i < 20; i++) {
            List<Line> lines = log(20);
            lines.set(
                    i,
                    new Line(lines.get(i).id(), "something else", lines.get(i).chain()));
            assertThat(check(lines).brokenAt()).isEqualTo(i + 1L);
        }
    }

    @Test
    void everyMissingLineButTheLastIsFoundAtTheNextAndTheLastByTheHead() {
        for (int i = 0; i < 19; i++) {
            List<Line> lines = log(20);
            lines.remove(i);
            assertThat(check(lines).brokenAt()).isEqualTo(i + 2L);
        }
        List<Line> cut = log(20);
        cut.removeLast();
        assertThat(check(cut).brokenAt()).isNull();
        assertThat(check(cut).head()).isNotEqualTo(check(log(20)).head());
    }

    @Test
    void twoLinesThatChangedPlacesAreFound() {
        List<Line> lines = log(20);
        Line moved = lines.remove(7);
        lines.add(8, moved);
        assertThat(check(lines).brokenAt()).isEqualTo(9);
    }

    @Test
    void linesOlderThanTheChainAreCountedAndOnlyAllowedBeforeIt() {
        List<Line> lines = new ArrayList<>(List.of(new Line(-1, "old", new byte[0]), new Line(0, "old", new byte[0])));
        lines.addAll(log(3));
        assertThat(check(lines)).satisfies(report -> {
            assertThat(report.unchained()).isEqualTo(2);
            assertThat(report.brokenAt()).isNull();
        });
        lines.add(new Line(9, "without a hash", new byte[0]));
        assertThat(check(lines).brokenAt()).isEqualTo(9);
    }

    @Test
    void fieldsCannotFlowIntoEachOther() {
        assertThat(HashChain.next(null, List.of("ab", "c"))).isNotEqualTo(HashChain.next(null, List.of("a", "bc")));
        assertThat(HashChain.next(null, Arrays.asList("", null)))
                .isNotEqualTo(HashChain.next(null, Arrays.asList(null, "")));
    }
}
