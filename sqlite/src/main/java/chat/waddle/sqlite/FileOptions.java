package chat.waddle.sqlite;

import java.time.Duration;

/// The limits of one database file.
///
/// @param limitBytes the most the file may grow to, write-ahead log apart
/// @param reserveBytes the part of the limit kept for deletes and maintenance
/// @param mailboxLimit commands that may wait for the writer; one more is refused as overloaded
/// @param readDeadline the longest a read may take
/// @param mmapBytes how much of the file readers map into memory; 0 turns it off
public record FileOptions(long limitBytes, long reserveBytes, int mailboxLimit, Duration readDeadline, long mmapBytes) {
    private static final long MIB = 1L << 20;

    public FileOptions {
        if (limitBytes < MIB / 2) {
            throw new IllegalArgumentException("limitBytes must be at least 524288, got " + limitBytes);
        }
        if (reserveBytes < 0 || reserveBytes >= limitBytes) {
            throw new IllegalArgumentException("reserveBytes must be 0..limitBytes, got " + reserveBytes);
        }
        if (mailboxLimit < 1) {
            throw new IllegalArgumentException("mailboxLimit must be positive, got " + mailboxLimit);
        }
    }

    /// The defaults for a limit: a reserve of 1 %, at least 1 MiB (but never more than a quarter), at most 64 MiB.
    public static FileOptions withLimit(long limitBytes) {
        long reserve = Math.min(Math.clamp(limitBytes / 100, MIB, 64 * MIB), limitBytes / 4);
        return new FileOptions(limitBytes, reserve, 2048, Duration.ofSeconds(5), 0);
    }
}
