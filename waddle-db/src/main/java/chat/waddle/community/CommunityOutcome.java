package chat.waddle.community;

/// What came of a command about members, roles, channels or threads.
///
/// @param <T> what the command was about
public sealed interface CommunityOutcome<T> {

    /// The change is on disk.
    ///
    /// @param value as it is now; of what was removed, as it was
    record Done<T>(T value) implements CommunityOutcome<T> {}

    /// All was so already; nothing was written.
    record Unchanged<T>(T value) implements CommunityOutcome<T> {}

    /// Nothing was written.
    record Refused<T>(CommunityRefusal why) implements CommunityOutcome<T> {}

    /// A value is outside of what is possible; nothing was written.
    record Invalid<T>(InvalidField field) implements CommunityOutcome<T> {}
}
