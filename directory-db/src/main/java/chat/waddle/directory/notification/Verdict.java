package chat.waddle.directory.notification;

/// Whether somebody wants to be told of something now, and if not, why: the first reason that holds.
public enum Verdict {
    WANTED,
    /// Notifications are switched off.
    SWITCHED_OFF,
    /// The person's status says so.
    DO_NOT_DISTURB,
    QUIET_HOURS,
    /// The level of the channel, or of the community where the channel has none.
    LEVEL
}
