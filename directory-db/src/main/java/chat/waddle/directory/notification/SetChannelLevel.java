package chat.waddle.directory.notification;

import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets what of one channel reaches an account.
///
/// @param level null for what the community's level says
record SetChannelLevel(
        UserId user,
        WaddleId waddle,
        ChannelId channel,
        @Nullable NotificationLevel level) implements Change<LevelOutcome> {
    static final int LIMIT = 1_000;

    @Override
    public Applied<LevelOutcome> apply(Applying applying) {
        NotificationSql sql = applying.sql(NotificationSql.class);
        if (!sql.accountExists(user)) {
            return Applied.unchanged(LevelOutcome.MISSING);
        }
        Optional<NotificationLevel> before = sql.find(user, waddle, channel);
        if (before.equals(Optional.ofNullable(level))) {
            return Applied.unchanged(LevelOutcome.DONE);
        }
        if (level == null) {
            sql.remove(user, waddle, channel);
            return Applied.changed(LevelOutcome.DONE, 0, user.value());
        }
        if (before.isEmpty() && sql.count(user, waddle) >= LIMIT) {
            return Applied.unchanged(LevelOutcome.FULL);
        }
        sql.put(user, waddle, channel, level.name().toLowerCase(Locale.ROOT));
        return Applied.changed(LevelOutcome.DONE, 0, user.value());
    }
}
