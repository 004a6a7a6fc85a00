package chat.waddle.sqlite.command;

import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.WriteSession;
import java.util.concurrent.CompletableFuture;

/// Something that waits for the writer.
sealed interface Job {
    void fail(RuntimeException failure);

    /// A command; commands that wait together share a commit.
    record Submitted<R>(Command<R> command, Request request, CompletableFuture<Committed<R>> answer) implements Job {
        @Override
        public void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    /// The last job of a file.
    record Close(CompletableFuture<Boolean> answer) implements Job {
        @Override
        public void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    /// Work that needs the writer's connection for itself, between batches.
    record Chore<T>(WriteSession.Writing<T> work, CompletableFuture<T> answer) implements Job {
        @Override
        public void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }

        void run(WriteSession session) {
            T result;
            try {
                result = work.write(session);
            } catch (java.sql.SQLException e) {
                answer.completeExceptionally(StorageException.of("do the work", e));
                return;
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
                return;
            }
            answer.complete(result);
        }
    }
}
