package chat.waddle.bench.http;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/// Runs Waddle beside a server without a database and a plain-JDBC one, the same load in turn, and prints the medians
/// and the ratios of the same rounds.
///
/// Arguments: rounds, seconds of each measurement, messages to begin with, requests per second for the open loop
/// (0 for a closed loop).
public final class HttpBench {
    private static final int FILLING_CONNECTIONS = 64;

    private final PrintStream out;
    private final int rounds;
    private final Duration seconds;
    private final int rate;
    private final Results results = new Results();

    private HttpBench(PrintStream out, int rounds, Duration seconds, int rate) {
        this.out = out;
        this.rounds = rounds;
        this.seconds = seconds;
        this.rate = rate;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int rounds = argument(arguments, 0, 5);
        Duration seconds = Duration.ofSeconds(argument(arguments, 1, 3));
        int messages = argument(arguments, 2, 100_000);
        HttpBench bench = new HttpBench(System.out, rounds, seconds, argument(arguments, 3, 0));
        Path folder = Files.createTempDirectory("waddle-http-bench");
        List<Subject> subjects = new ArrayList<>();
        try {
            subjects.add(Subjects.waddle(folder));
            subjects.add(Subjects.jdbc(folder));
            subjects.add(Subjects.ceiling(folder));
            bench.fill(subjects, messages);
            bench.measure(subjects);
        } finally {
            subjects.forEach(Subject::stop);
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void fill(List<Subject> subjects, int messages) throws InterruptedException, ExecutionException {
        for (Subject subject : subjects) {
            long done = 0;
            while (done < messages && !subject.name().startsWith("ceiling")) {
                Load load = new Load(subject.port(), FILLING_CONNECTIONS, Duration.ofSeconds(2), 0);
                done += load.run(Workload.POST.requests(subject), done + 1).answers();
                out.printf(Locale.ROOT, "%s: %d messages%n", subject.name(), done);
            }
        }
    }

    private void measure(List<Subject> subjects) throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round <= rounds; round++) {
            for (Workload workload : Workload.values()) {
                for (int connections : workload == Workload.POST ? new int[] {1, 16, 64} : new int[] {16}) {
                    for (Subject subject : round % 2 == 0 ? subjects : subjects.reversed()) {
                        measure(subject, workload, connections, round);
                    }
                }
            }
        }
        results.print(out, subjects.stream().map(Subject::name).toList());
    }

    private void measure(Subject subject, Workload workload, int connections, int round)
            throws IOException, InterruptedException, ExecutionException {
        double cpu = subject.cpuSeconds();
        Load load = new Load(subject.port(), connections, seconds, rate);
        Load.Result result = load.run(workload.requests(subject), round + 1);
        if (round == 0) {
            return; // warm-up
        }
        String row = workload.name().toLowerCase(Locale.ROOT) + "@" + connections;
        results.add(row, subject.name(), result, (subject.cpuSeconds() - cpu) * 1e6 / Math.max(1, result.answers()));
    }
}
