package chat.waddle.server.robot;

import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import org.jspecify.annotations.Nullable;

/// What clients send about messages that robots write piece by piece.
final class StreamRequests {
    private StreamRequests() {}

    /// @param interactionId the question that it answers, with the lease by which it is held
    /// @param robotResponseTo a message that it answers without having been asked
    /// @param deliveryStatus streaming or batch-delay
    record Beginning(
            RobotId robotId,
            @Nullable RobotInteractionId interactionId,
            @Nullable String leaseId,
            @Nullable MessageId robotResponseTo,
            @Nullable String deliveryStatus,
            @Nullable Boolean visibleToGuests) {}

    record Piece(int sequence, String delta) {}

    /// @param status delivered or failed
    record Ending(String status) {}
}
