package chat.waddle.directory.notification;

import chat.waddle.directory.membership.Membership;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.settings.Settings;
import chat.waddle.directory.settings.UserSettings;
import chat.waddle.directory.status.UserStatuses;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.CommandTypes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people want to be told of: levels of single channels, at most 1,000 of each community, and all that decides
/// besides. Thread-safe.
public final class Notifications {
    private static final int PAGE_LIMIT = 100;

    private final DirectoryStore store;
    private final UserSettings settings;
    private final UserStatuses statuses;
    private final Memberships memberships;

    public Notifications(DirectoryStore store, UserSettings settings, UserStatuses statuses, Memberships memberships) {
        this.store = store;
        this.settings = settings;
        this.statuses = statuses;
        this.memberships = memberships;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(106, "set_channel_level", SetChannelLevel.class);
    }

    /// Sets the level of a channel that the caller has found to be there.
    ///
    /// @param level null for what the community's level says
    public LevelOutcome setLevel(
            UserId user, WaddleId waddle, ChannelId channel, @Nullable NotificationLevel level, Origin origin) {
        return store.commit(new SetChannelLevel(user, waddle, channel, level), origin);
    }

    /// The channels of a community with a level of their own, by id.
    ///
    /// @param after the last one of the page before, or null
    public List<ChannelLevel> levels(UserId user, WaddleId waddle, @Nullable ChannelId after, int limit) {
        long from = after == null ? Long.MIN_VALUE : after.value();
        int most = Math.clamp(limit, 1, PAGE_LIMIT + 1);
        return store.read(session -> session.sql(NotificationSql.class).list(user, waddle, from, most));
    }

    /// All that decides whether an account wants to be told of something in a channel.
    public NotificationPreferences preferences(UserId user, WaddleId waddle, ChannelId channel) {
        Settings own = settings.of(user);
        Optional<NotificationLevel> level =
                store.read(session -> session.sql(NotificationSql.class).find(user, waddle, channel));
        return new NotificationPreferences(
                own.notificationsEnabled(),
                own.quietHours(),
                statuses.of(user),
                memberships
                        .find(waddle, user)
                        .map(Membership::notificationLevel)
                        .orElse(NotificationLevel.ALL),
                level.orElse(null));
    }
}
