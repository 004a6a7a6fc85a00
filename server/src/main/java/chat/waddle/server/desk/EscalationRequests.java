package chat.waddle.server.desk;

import chat.waddle.ids.UserId;
import org.jspecify.annotations.Nullable;

/// What clients send about escalations.
final class EscalationRequests {
    private EscalationRequests() {}

    /// @param priority 1, the most urgent, to 5; null for 3
    record NewEscalation(
            String toLevel, String reason, @Nullable Integer priority) {}

    /// @param userId null for oneself
    record Assignment(@Nullable UserId userId) {}

    record Resolution(String notes) {}
}
