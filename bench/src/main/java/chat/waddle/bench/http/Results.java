package chat.waddle.bench.http;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What was measured, round by round, and the table of it.
final class Results {
    private final Map<String, Map<String, List<Round>>> byRow = new LinkedHashMap<>();

    /// One measurement.
    private record Round(double perSecond, double p50Millis, double p99Millis, double cpuMicros, long failures) {}

    void add(String row, String subject, Load.Result result, double cpuMicros) {
        byRow.computeIfAbsent(row, key -> new LinkedHashMap<>())
                .computeIfAbsent(subject, key -> new ArrayList<>())
                .add(new Round(result.perSecond(), result.millis(50), result.millis(99), cpuMicros, result.failures()));
    }

    void print(PrintStream out, List<String> subjects) {
        out.println("| load | subject | answers/s | x first | p50 ms | p99 ms | CPU us/answer | failures |");
        out.println("|---|---|---:|---:|---:|---:|---:|---:|");
        byRow.forEach((row, measured) -> {
            List<Round> first = measured.getOrDefault(subjects.getFirst(), List.of());
            for (String subject : subjects) {
                print(out, row, subject, measured.getOrDefault(subject, List.of()), first);
            }
        });
    }

    private static void print(PrintStream out, String row, String subject, List<Round> rounds, List<Round> first) {
        double[] ratios = new double[rounds.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = rounds.get(i).perSecond() / first.get(i).perSecond();
        }
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %.2f | %.2f | %.2f | %.0f | %d |%n",
                row,
                subject,
                median(rounds, Round::perSecond),
                median(ratios),
                median(rounds, Round::p50Millis),
                median(rounds, Round::p99Millis),
                median(rounds, Round::cpuMicros),
                rounds.stream().mapToLong(Round::failures).sum());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
