package chat.waddle.sqlite.command;

import java.time.Duration;

/// For how long a file's writer has had nothing to do.
public enum Lull {
    /// Commands come one after the other.
    NONE(Duration.ZERO),
    /// Long enough that a small piece of work will hardly keep a command waiting.
    SHORT(Duration.ofMillis(20)),
    /// The file is idle: what was put off for larger batches is done now.
    LONG(Duration.ofMillis(250));

    private final Duration after;

    Lull(Duration after) {
        this.after = after;
    }

    static Lull since(long nanos) {
        if (nanos < SHORT.after.toNanos()) {
            return NONE;
        }
        return nanos < LONG.after.toNanos() ? SHORT : LONG;
    }

    /// How long nothing must come until it is this.
    long nanos() {
        return after.toNanos();
    }
}
