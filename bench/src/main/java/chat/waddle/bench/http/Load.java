package chat.waddle.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// Puts load on a server and measures how long answers take.
///
/// @param ratePerSecond 0 for a closed loop (each connection sends when it has its answer); else an open loop, in which
///     requests are due at fixed times and waiting for a busy connection counts
record Load(int port, int connections, Duration duration, int ratePerSecond) {
    private static final long LONGEST_NANOS = 60_000_000_000L;

    /// Makes the next request.
    @FunctionalInterface
    interface Requests {
        byte[] next(Random random);
    }

    /// @param failures answers that were not 2xx
    record Result(long answers, long failures, double seconds, Histogram latencyNanos) {
        double perSecond() {
            return answers / seconds;
        }

        double millis(double percentile) {
            return latencyNanos.getValueAtPercentile(percentile) / 1e6;
        }
    }

    Result run(Requests requests, long seed) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Result>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int number = i;
                clients.add(() -> client(requests, new Random(seed * 1000 + number), start, end, number));
            }
            return sum(threads.invokeAll(clients), (System.nanoTime() - start) / 1e9);
        }
    }

    private Result client(Requests requests, Random random, long start, long end, int number) throws IOException {
        Histogram latency = new Histogram(LONGEST_NANOS, 3);
        long failures = 0;
        long pause = ratePerSecond == 0 ? 0 : 1_000_000_000L * connections / ratePerSecond;
        long due = start + (connections == 0 ? 0 : pause * number / connections);
        try (HttpConnection connection = new HttpConnection(port)) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                long sent = now;
                if (pause > 0) {
                    LockSupport.parkNanos(due - now);
                    sent = due;
                    due += pause;
                }
                int status = connection.exchange(requests.next(random));
                latency.recordValue(Math.clamp(System.nanoTime() - sent, 1, LONGEST_NANOS));
                failures += status / 100 == 2 ? 0 : 1;
            }
        }
        return new Result(latency.getTotalCount(), failures, 0, latency);
    }

    private static Result sum(List<Future<Result>> clients, double seconds)
            throws InterruptedException, ExecutionException {
        Histogram all = new Histogram(LONGEST_NANOS, 3);
        long failures = 0;
        for (Future<Result> client : clients) {
            all.add(client.get().latencyNanos());
            failures += client.get().failures();
        }
        return new Result(all.getTotalCount(), failures, seconds, all);
    }
}
