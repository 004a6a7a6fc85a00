package chat.waddle.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/// One read on its way to a reader thread.
///
/// @param deadlineNanos the moment of [System#nanoTime()] at which it is stopped
record ReadTask<T>(Readers readers, ReadSession.Reading<T> reading, CompletableFuture<T> answer, long deadlineNanos) {

    /// Runs on reader thread `slot`; never throws.
    void run(int slot, ReaderThread thread) {
        if (System.nanoTime() > deadlineNanos) {
            answer.completeExceptionally(
                    new StorageException(StorageException.Kind.DEADLINE, "The read waited longer than its deadline."));
            readers.finished();
            return;
        }
        T result;
        try {
            ReadSession session = readers.session(slot);
            thread.begins(session, deadlineNanos);
            try {
                result = reading.read(session);
            } finally {
                thread.ends();
            }
        } catch (SQLException | RuntimeException e) {
            readers.finished();
            answer.completeExceptionally(readers.failed(slot, e));
            return;
        }
        readers.finished();
        answer.complete(result);
    }
}
