package chat.waddle.shard;

import chat.waddle.ids.WaddleId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/// A shard that is open or being opened, when it was used last, and how often. Thread-safe.
final class OpenShard {
    final WaddleId waddle;
    final CompletableFuture<Shard> shard = new CompletableFuture<>();
    private volatile long usedAtNanos = System.nanoTime();
    private final AtomicLong uses = new AtomicLong();

    OpenShard(WaddleId waddle) {
        this.waddle = waddle;
    }

    void used() {
        usedAtNanos = System.nanoTime();
        uses.incrementAndGet();
    }

    long uses() {
        return uses.get();
    }

    long usedAtNanos() {
        return usedAtNanos;
    }

    boolean isReady() {
        return shard.isDone() && !shard.isCompletedExceptionally();
    }
}
