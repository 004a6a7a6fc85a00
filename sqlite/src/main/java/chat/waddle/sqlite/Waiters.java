package chat.waddle.sqlite;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Who waits for an answer of a SQLite thread, and until when. Thread-safe.
///
/// One watchdog ends all waits that last too long. A timer for each wakes a thread of the JDK for each virtual thread
/// that waits, which was a tenth of a request (ADR 0008).
public final class Waiters {
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    Waiters() {}

    /// Equal only to itself.
    private static final class Waiter {
        final CompletableFuture<?> answer;
        final Duration atMost;
        final long untilNanos;

        Waiter(CompletableFuture<?> answer, Duration atMost) {
            this.answer = answer;
            this.atMost = atMost;
            this.untilNanos = System.nanoTime() + atMost.toNanos();
        }
    }

    /// Waits for an answer that nobody else waits for, and throws what it failed with; the time is kept to a tick of
    /// the watchdog, which fails the answer with DEADLINE.
    <T> T awaitWatched(CompletableFuture<T> answer, Duration atMost) {
        Waiter waiter = new Waiter(answer, atMost);
        waiters.add(waiter);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            waiters.remove(waiter);
        }
    }

    /// Waits for any answer, with a timer of its own, and throws what it failed with.
    public static <T> T await(CompletableFuture<T> answer, Duration atMost) {
        try {
            return answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw overdue(atMost);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    void failOverdue() {
        long now = System.nanoTime();
        for (Waiter waiter : waiters) {
            if (now - waiter.untilNanos > 0) {
                waiter.answer.completeExceptionally(overdue(waiter.atMost));
            }
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }

    private static StorageException overdue(Duration atMost) {
        return new StorageException(StorageException.Kind.DEADLINE, "No answer within " + atMost + ".");
    }

    private static StorageException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StorageException(StorageException.Kind.IO, "Interrupted; the outcome is unknown.", e);
    }
}
