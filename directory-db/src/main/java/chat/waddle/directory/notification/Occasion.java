package chat.waddle.directory.notification;

/// What somebody might be told of.
public enum Occasion {
    /// A message in a channel.
    MESSAGE,
    /// A message that names the person.
    MENTION
}
