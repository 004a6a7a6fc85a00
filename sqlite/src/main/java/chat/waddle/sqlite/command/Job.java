package chat.waddle.sqlite.command;

import chat.waddle.sqlite.WriteSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// Something that waits for the writer.
sealed interface Job {
    void fail(RuntimeException failure);

    /// A command; commands that wait together share a commit.
    ///
    /// @param settled whether it is decided what it is answered with; the answer may follow on another thread
    record Submitted<R>(
            Command<R> command, Request request, CompletableFuture<Committed<R>> answer, AtomicBoolean settled)
            implements Job {
        Submitted(Command<R> command, Request request, CompletableFuture<Committed<R>> answer) {
            this(command, request, answer, new AtomicBoolean());
        }

        /// Only the first outcome counts.
        @Override
        public void fail(RuntimeException failure) {
            if (settled.compareAndSet(false, true)) {
                answer.completeExceptionally(failure);
            }
        }
    }

    /// The last job of a file.
    record Close(CompletableFuture<Boolean> answer) implements Job {
        @Override
        public void fail(RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    /// The first job of a file: opens it, so that reads may begin.
    record Open(CompletableFuture<Boolean> answer) implements Job {
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
    }
}
