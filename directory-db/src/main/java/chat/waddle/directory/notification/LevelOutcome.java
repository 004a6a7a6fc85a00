package chat.waddle.directory.notification;

/// What came of setting a channel's level.
public enum LevelOutcome {
    DONE,
    /// The account has levels for as many channels of the community as it may have.
    FULL,
    /// The account is gone.
    MISSING
}
