package chat.waddle.server.notification;

import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.notification.ChannelLevel;
import chat.waddle.ids.ChannelId;
import java.util.Locale;

/// A channel with a level of its own.
record ChannelLevelJson(ChannelId channelId, String level) {
    static ChannelLevelJson of(ChannelLevel level) {
        return new ChannelLevelJson(level.channel(), code(level.level()));
    }

    static String code(NotificationLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
