package chat.waddle.sqlite;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The answers of SQLite threads that somebody waits for, and until when. Thread-safe.
///
/// One watchdog fails all that last too long. A timer for each would wake a thread of the JDK with every virtual thread
/// that waits, which was a tenth of a request (ADR 0009).
public final class Waiters {
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    Waiters() {}

    /// Equal only to itself.
    private static final class Waiter {
        final CompletableFuture<?> answer;
        final StorageException.Kind kind;
        final Duration atMost;
        final long untilNanos;

        Waiter(CompletableFuture<?> answer, StorageException.Kind kind, Duration atMost) {
            this.answer = answer;
            this.kind = kind;
            this.atMost = atMost;
            this.untilNanos = System.nanoTime() + atMost.toNanos();
        }
    }

    /// Fails the answer with this kind when it is not there in time, to a tick of the watchdog; returns it.
    <T> CompletableFuture<T> watch(CompletableFuture<T> answer, StorageException.Kind kind, Duration atMost) {
        if (!answer.isDone()) {
            Waiter waiter = new Waiter(answer, kind, atMost);
            waiters.add(waiter);
            var _ = answer.whenComplete((_, _) -> waiters.remove(waiter));
        }
        return answer;
    }

    int count() {
        return waiters.size();
    }

    void failOverdue() {
        long now = System.nanoTime();
        for (Waiter waiter : waiters) {
            if (now - waiter.untilNanos > 0) {
                // not on the watchdog: what hangs on the answer may take its time
                Thread.startVirtualThread(
                        () -> waiter.answer.completeExceptionally(overdue(waiter.kind, waiter.atMost)));
            }
        }
    }

    /// Waits for an answer that is watched, and throws what it failed with.
    public static <T> T await(CompletableFuture<T> watched) {
        try {
            return watched.get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Waits for any answer, with a timer of its own, and throws what it failed with.
    public static <T> T await(CompletableFuture<T> answer, Duration atMost) {
        try {
            return answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (TimeoutException e) {
            throw overdue(StorageException.Kind.DEADLINE, atMost);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }

    private static StorageException overdue(StorageException.Kind kind, Duration atMost) {
        String unknown = kind == StorageException.Kind.DEADLINE ? "." : "; whether it was done is unknown.";
        return new StorageException(kind, "No answer within " + atMost + unknown);
    }

    private static StorageException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StorageException(StorageException.Kind.IO, "Interrupted; the outcome is unknown.", e);
    }
}
