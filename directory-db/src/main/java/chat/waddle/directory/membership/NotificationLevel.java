package chat.waddle.directory.membership;

import org.jdbi.v3.core.enums.DatabaseValue;

/// What of a community reaches a member as a notification.
public enum NotificationLevel {
    @DatabaseValue("all")
    ALL,
    @DatabaseValue("mentions")
    MENTIONS,
    @DatabaseValue("none")
    NONE
}
