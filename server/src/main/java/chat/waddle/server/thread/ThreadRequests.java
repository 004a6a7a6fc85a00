package chat.waddle.server.thread;

import org.jspecify.annotations.Nullable;

/// What clients send about threads.
final class ThreadRequests {
    private ThreadRequests() {}

    record NewThread(String title) {}

    record PatchThread(
            @Nullable String title,
            @Nullable Boolean locked,
            @Nullable Boolean archived,
            @Nullable Boolean resolved) {}
}
