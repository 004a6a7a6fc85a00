package chat.waddle.sqlite;

import java.util.concurrent.atomic.AtomicLong;

/// The memory that all connections of the process may use for pages; each takes a part of what is left.
///
/// The first connections get much, the thousandth still gets its minimum, so that few busy files are fast and many
/// quiet ones fit. Thread-safe.
final class CacheBudget {
    /// A writer's pages are mostly the newest ones; a reader keeps the pages that searches hit, all over the file.
    static final long WRITER_KIB = 8_000;

    static final long READER_KIB = 30_000;
    private static final long TOTAL_KIB = 168 << 10;
    private static final long LEAST_KIB = 256;

    private final AtomicLong leftKib = new AtomicLong(TOTAL_KIB);

    /// Takes a share, in KiB, to be given back when the connection is closed.
    long take(long mostKib) {
        long share = Math.clamp(leftKib.get() / 4, LEAST_KIB, mostKib);
        leftKib.addAndGet(-share);
        return share;
    }

    void giveBack(long shareKib) {
        leftKib.addAndGet(shareKib);
    }
}
