package chat.waddle.attachment;

/// Why a file was not added or deleted.
public enum AttachmentRefusal {
    NOT_A_MEMBER,
    /// There is none, or none that the one who asks may see.
    NO_SUCH_ATTACHMENT,
    NOT_ALLOWED,
    IN_TIMEOUT,
    /// The member has too many files that no message carries yet.
    TOO_MANY_UNATTACHED
}
