package chat.waddle.sqlite.command;

import org.jspecify.annotations.Nullable;

/// What applying a command came to.
///
/// @param result what the caller gets
/// @param changed false when the command was refused or found its work done; then it wrote nothing
/// @param channel the small number of the channel it belongs to, or 0
/// @param entity the public id of what it changed, or 0
/// @param afterCommit what to do in memory once the change is durable and before the caller hears of it
public record Applied<R>(
        R result,
        boolean changed,
        long channel,
        long entity,
        @Nullable Runnable afterCommit) {
    public static <R> Applied<R> unchanged(R result) {
        return new Applied<>(result, false, 0, 0, null);
    }

    public static <R> Applied<R> changed(R result, long channel, long entity) {
        return new Applied<>(result, true, channel, entity, null);
    }

    public Applied<R> then(Runnable action) {
        return new Applied<>(result, changed, channel, entity, action);
    }
}
