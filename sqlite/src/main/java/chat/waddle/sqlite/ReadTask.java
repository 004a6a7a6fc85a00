package chat.waddle.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/// One read on its way to a reader thread.
///
/// @param deadlineNanos the moment of [System#nanoTime()] at which it is stopped
record ReadTask<T>(Readers readers, ReadSession.Reading<T> reading, CompletableFuture<T> answer, long deadlineNanos) {

    /// Runs on reader thread `slot`; whatever the reading throws, its caller hears of it and the file can be closed.
    void run(int slot, ReaderThread thread) {
        if (System.nanoTime() > deadlineNanos) {
            fail(StorageException.Kind.DEADLINE, "The read waited longer than its deadline.");
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
                readers.ended(slot);
            }
        } catch (SQLException | RuntimeException e) {
            RuntimeException failure = readers.failed(slot, e);
            readers.finished();
            answer.completeExceptionally(failure);
            return;
        } catch (Error e) {
            readers.finished();
            answer.completeExceptionally(e);
            throw e;
        }
        readers.finished();
        answer.complete(result);
    }

    void fail(StorageException.Kind kind, String message) {
        readers.finished();
        answer.completeExceptionally(new StorageException(kind, message));
    }
}
