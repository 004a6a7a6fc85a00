package chat.waddle.server.http;

import chat.waddle.sqlite.StorageException;
import java.time.Duration;

/// What the failure of a database file means to a client.
final class StorageProblems {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(60);

    private StorageProblems() {}

    static Problem of(StorageException failure) {
        return switch (failure.kind()) {
            case LIMIT_REACHED ->
                new Problem.ShardFull("This waddle has reached its size limit: reading, searching and deleting go on.");
            case DISK_FULL -> new Problem.DiskFull("The server's disk is full. Nothing was stored; try again later.");
            case OVERLOADED ->
                new Problem.Unavailable("overloaded", "Too much is waiting; nothing was done. Try again soon.", SOON);
            case DEADLINE ->
                new Problem.Unavailable(
                        "deadline_exceeded",
                        "This took too long. A search or page was stopped: ask for less. Whether a change happened is"
                                + " unknown.",
                        SOON);
            case CLOSED -> new Problem.Unavailable("closing", "This was being closed; nothing was done.", SOON);
            case IO ->
                new Problem.Unavailable(
                        "storage_failed",
                        "Storing or reading failed; whether a change happened is unknown. Send it again with the same"
                                + " clientMessageId.",
                        SOON);
            case DAMAGED, MISSING, NEWER ->
                new Problem.Unavailable(
                        "shard_quarantined",
                        "This waddle is out of service until an operator has looked at its file.",
                        LATER);
            case DEFECT -> new Problem.Unexpected();
        };
    }
}
