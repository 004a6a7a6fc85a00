package chat.waddle.sqlite;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Tells Jdbi that a transaction is always open: the session has opened it and will end it.
final class JoinedTransactions implements TransactionHandler {
    @Override
    public void begin(Handle handle) {}

    @Override
    public void commit(Handle handle) {}

    @Override
    public void rollback(Handle handle) {}

    @Override
    public void savepoint(Handle handle, String savepointName) {}

    @Override
    public void rollbackToSavepoint(Handle handle, String savepointName) {}

    @Override
    public void releaseSavepoint(Handle handle, String savepointName) {}

    @Override
    public boolean isInTransaction(Handle handle) {
        return true;
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        return callback.withHandle(handle);
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
        return callback.withHandle(handle);
    }
}
