package chat.waddle.directory.notification;

import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.settings.QuietHours;
import chat.waddle.directory.status.UserStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that decides whether one person wants to be told of something in one channel.
///
/// @param enabled the person's switch for everything
/// @param status may have expired; it counts as it reads at the time asked for
/// @param channelLevel null where the channel follows the community
public record NotificationPreferences(
        boolean enabled,
        @Nullable QuietHours quietHours,
        UserStatus status,
        NotificationLevel waddleLevel,
        @Nullable NotificationLevel channelLevel) {
    /// The level that counts in the channel.
    public NotificationLevel level() {
        return channelLevel == null ? waddleLevel : channelLevel;
    }

    /// Whether the person wants to be told of this at that time: a pure function.
    public Verdict verdict(Occasion occasion, Instant now) {
        if (!enabled) {
            return Verdict.SWITCHED_OFF;
        }
        if (status.at(now).doNotDisturb()) {
            return Verdict.DO_NOT_DISTURB;
        }
        if (quietHours != null && quietHours.contains(now)) {
            return Verdict.QUIET_HOURS;
        }
        boolean wanted = switch (level()) {
            case ALL -> true;
            case MENTIONS -> occasion == Occasion.MENTION;
            case NONE -> false;
        };
        return wanted ? Verdict.WANTED : Verdict.LEVEL;
    }
}
