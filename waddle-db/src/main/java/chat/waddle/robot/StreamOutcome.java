package chat.waddle.robot;

import chat.waddle.community.CommunityRefusal;
import chat.waddle.ids.MessageId;

/// What came of a command about a message that a robot writes piece by piece.
public sealed interface StreamOutcome {
    /// It is so now, or was so already.
    ///
    /// @param sequence of the last piece; 0 before the first
    /// @param encoded the message as clients get it
    record Streamed(MessageId message, int sequence, byte[] encoded) implements StreamOutcome {}

    record Refused(CommunityRefusal why) implements StreamOutcome {}

    /// A piece is missing before this one, or another piece stands in its place.
    ///
    /// @param expected the sequence of the next piece
    record OutOfOrder(int expected) implements StreamOutcome {}
}
