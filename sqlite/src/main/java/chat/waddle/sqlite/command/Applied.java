package chat.waddle.sqlite.command;

import org.jspecify.annotations.Nullable;

/// What applying a command came to.
///
/// @param result what the caller gets
/// @param changed false when the command was refused or found its work done; then it wrote nothing
/// @param channel the small number of the channel it belongs to, or 0
/// @param entity the public id of what it changed, or 0
/// @param afterCommit what to do in memory once the change is durable and before the caller hears of it
/// @param recorded what the journal keeps in place of the command, with what was decided in it; null for the command
public record Applied<R>(
        R result,
        boolean changed,
        long channel,
        long entity,
        @Nullable Runnable afterCommit,
        @Nullable Command<?> recorded) {
    public static <R> Applied<R> unchanged(R result) {
        return new Applied<>(result, false, 0, 0, null, null);
    }

    public static <R> Applied<R> changed(R result, long channel, long entity) {
        return new Applied<>(result, true, channel, entity, null, null);
    }

    public Applied<R> then(Runnable action) {
        return new Applied<>(result, changed, channel, entity, action, recorded);
    }

    /// Has the journal keep another command, which has the same effect even when what it was decided by is erased, and
    /// tells nothing beyond it.
    public Applied<R> recordedAs(Command<?> command) {
        return new Applied<>(result, changed, channel, entity, afterCommit, command);
    }

    Command<?> recordOf(Command<?> command) {
        return recorded == null ? command : recorded;
    }
}
