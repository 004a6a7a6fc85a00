package chat.waddle.message;

/// Why a message was not posted or changed.
public enum MessageRefusal {
    NOT_A_MEMBER,
    NO_SUCH_CHANNEL,
    NO_SUCH_THREAD,
    NO_SUCH_MESSAGE,
    NO_SUCH_MEMBER,
    NO_SUCH_REPLY_TARGET,
    /// A file is not there, not the author's, or carried by a message already.
    NO_SUCH_ATTACHMENT,
    /// The member may see the place but not do this there.
    NOT_ALLOWED,
    IN_TIMEOUT,
    CHANNEL_ARCHIVED,
    NOT_A_TEXT_CHANNEL,
    THREAD_LOCKED,
    THREAD_REQUIRED,
    THREADS_DISABLED,
    /// The message has as many different emoji as it may have.
    TOO_MANY_REACTIONS,
    /// The channel has as many pins as it may have.
    TOO_MANY_PINS,
    /// A robot is still writing it.
    STILL_STREAMING,
    /// An automatic rule does not let it pass.
    BLOCKED_BY_RULE,
    /// The undo window is over, and what was deleted is gone.
    TOO_LATE
}
