package chat.waddle.server.notification;

import org.jspecify.annotations.Nullable;

/// What clients send.
final class NotificationRequests {
    private NotificationRequests() {}

    /// @param level all, mentions or none; null to follow the waddle's
    record SetLevel(@Nullable String level) {}
}
