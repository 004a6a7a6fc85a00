package chat.waddle.sqlite.command;

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
