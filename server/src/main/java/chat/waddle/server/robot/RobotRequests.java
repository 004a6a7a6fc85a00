package chat.waddle.server.robot;

import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What clients send about robots.
final class RobotRequests {
    private RobotRequests() {}

    /// @param ownerId who works for it; null for whoever registers it
    record NewRobot(
            String name,
            @Nullable String description,
            @Nullable UserId ownerId) {}

    record Question(
            MessageId messageId,
            @Nullable JsonNode request,
            @Nullable JsonNode observation) {}

    record Lease(@Nullable Integer leaseSeconds) {}

    /// @param leaseId the number of the lease, as text like all of them
    record Progress(
            String status,
            @Nullable String leaseId,
            @Nullable Integer leaseSeconds,
            @Nullable JsonNode observation,
            @Nullable String content,
            @Nullable JsonNode response,
            @Nullable Boolean visibleToGuests,
            @Nullable String error) {}
}
