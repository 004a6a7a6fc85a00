package chat.waddle.community;

import chat.waddle.sqlite.command.Applied;

/// Short forms of what an applier answers.
public final class Answer {
    private Answer() {}

    public static <T> Applied<CommunityOutcome<T>> refused(CommunityRefusal why) {
        return Applied.unchanged(new CommunityOutcome.Refused<>(why));
    }

    public static <T> Applied<CommunityOutcome<T>> invalid(InvalidField field) {
        return Applied.unchanged(new CommunityOutcome.Invalid<>(field));
    }

    public static <T> Applied<CommunityOutcome<T>> unchanged(T value) {
        return Applied.unchanged(new CommunityOutcome.Unchanged<>(value));
    }

    /// @param channel the small number of the channel it belongs to, or 0
    /// @param entity the public id of what it changed
    public static <T> Applied<CommunityOutcome<T>> done(T value, long channel, long entity) {
        return Applied.changed(new CommunityOutcome.Done<>(value), channel, entity);
    }
}
