package chat.waddle.server.notification;

import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.notification.NotificationPreferences;
import chat.waddle.directory.notification.Occasion;
import chat.waddle.ids.ChannelId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What of one channel reaches the caller.
///
/// @param level the channel's own, null where it follows the waddle
/// @param effectiveLevel the one that counts
/// @param message whether the caller wants to be told of a message now: `wanted`, or why not
/// @param mention the same for a message that names the caller
record ChannelNotificationsJson(
        ChannelId channelId, @Nullable String level, String effectiveLevel, String message, String mention) {
    static ChannelNotificationsJson of(ChannelId channel, NotificationPreferences preferences, Instant now) {
        NotificationLevel own = preferences.channelLevel();
        return new ChannelNotificationsJson(
                channel,
                own == null ? null : ChannelLevelJson.code(own),
                ChannelLevelJson.code(preferences.level()),
                code(preferences, Occasion.MESSAGE, now),
                code(preferences, Occasion.MENTION, now));
    }

    private static String code(NotificationPreferences preferences, Occasion occasion, Instant now) {
        return preferences.verdict(occasion, now).name().toLowerCase(Locale.ROOT);
    }
}
