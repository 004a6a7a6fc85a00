package chat.waddle.attachment;

/// What came of a command about one file.
public sealed interface AttachmentOutcome {
    /// The change is on disk.
    ///
    /// @param attachment as it is now; of what was deleted, as it was
    record Done(Attachment attachment) implements AttachmentOutcome {}

    /// Nothing was written.
    record Refused(AttachmentRefusal why) implements AttachmentOutcome {}
}
