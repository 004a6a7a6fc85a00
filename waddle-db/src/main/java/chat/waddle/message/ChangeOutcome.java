package chat.waddle.message;

/// What came of changing a message.
public sealed interface ChangeOutcome {
    /// It is done.
    ///
    /// @param encoded the message as clients get it now; empty when it is gone
    record Done(byte[] encoded) implements ChangeOutcome {}

    record Refused(MessageRefusal why) implements ChangeOutcome {}
}
