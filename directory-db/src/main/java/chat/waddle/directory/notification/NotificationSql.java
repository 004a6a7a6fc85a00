package chat.waddle.directory.notification;

import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface NotificationSql {
    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :user AND deleted_at IS NULL)")
    boolean accountExists(UserId user);

    @SqlQuery("""
            SELECT notification_level
            FROM channel_levels
            WHERE user_id = :user AND waddle_id = :waddle AND channel_id = :channel
            """)
    Optional<NotificationLevel> find(UserId user, WaddleId waddle, ChannelId channel);

    @SqlQuery("SELECT count(*) FROM channel_levels WHERE user_id = :user AND waddle_id = :waddle")
    int count(UserId user, WaddleId waddle);

    @SqlUpdate("""
            INSERT INTO channel_levels (user_id, waddle_id, channel_id, notification_level)
            VALUES (:user, :waddle, :channel, :level)
            ON CONFLICT (user_id, waddle_id, channel_id) DO UPDATE
            SET notification_level = excluded.notification_level
            """)
    void put(UserId user, WaddleId waddle, ChannelId channel, String level);

    @SqlUpdate("""
            DELETE FROM channel_levels
            WHERE user_id = :user AND waddle_id = :waddle AND channel_id = :channel
            """)
    void remove(UserId user, WaddleId waddle, ChannelId channel);

    @SqlQuery("""
            SELECT channel_id AS channel, notification_level AS level
            FROM channel_levels
            WHERE user_id = :user AND waddle_id = :waddle AND channel_id > :after
            ORDER BY channel_id
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ChannelLevel.class)
    List<ChannelLevel> list(UserId user, WaddleId waddle, long after, int limit);
}
