package chat.waddle.directory.notification;

import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.ids.ChannelId;

/// What of one channel reaches a member.
public record ChannelLevel(ChannelId channel, NotificationLevel level) {}
