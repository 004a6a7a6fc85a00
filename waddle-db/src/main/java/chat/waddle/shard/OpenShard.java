package chat.waddle.shard;

import chat.waddle.ids.WaddleId;
import java.util.concurrent.CompletableFuture;

/// A shard that is open or being opened, and when it was used last.
final class OpenShard {
    final WaddleId waddle;
    final CompletableFuture<Shard> shard = new CompletableFuture<>();
    private volatile long usedAtNanos = System.nanoTime();

    OpenShard(WaddleId waddle) {
        this.waddle = waddle;
    }

    void used() {
        usedAtNanos = System.nanoTime();
    }

    long usedAtNanos() {
        return usedAtNanos;
    }

    boolean isReady() {
        return shard.isDone() && !shard.isCompletedExceptionally();
    }
}
