package chat.waddle.robot;

import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(RobotInteraction.class)
interface InteractionSql {
    String SELECT = """
            SELECT i.id, i.robot, (SELECT id FROM channels WHERE num = i.channel) AS channel, i.message_id AS message,
                   (SELECT user_id FROM members WHERE num = i.asked_by) AS asked_by, i.request, i.observation,
                   i.response, i.status, i.error, i.tries, i.lease, i.leased_until_ms AS leased_until,
                   i.started_at_ms AS started_at, i.completed_at_ms AS completed_at, i.reply_id AS reply
              FROM robot_interactions i
            """;

    @SqlQuery(SELECT + "WHERE i.id = :id")
    Optional<RobotInteraction> find(RobotInteractionId id);

    /// What the robot was asked about this message and has not answered.
    @SqlQuery(SELECT + """
            WHERE i.message_id = :message AND i.robot = :robot AND i.status IN ('pending', 'processing')
            """)
    Optional<RobotInteraction> open(MessageId message, RobotId robot);

    @SqlQuery("SELECT count(*) FROM robot_interactions WHERE robot = :robot AND status = 'pending'")
    int waiting(RobotId robot);

    /// The oldest question that nobody holds.
    ///
    /// @param channels a JSON object of small numbers, each with the least id of a message that counts
    @SqlQuery("""
            SELECT min(id) FROM robot_interactions
             WHERE robot = :robot AND message_id >= (SELECT value FROM json_each(:channels, '$."' || channel || '"'))
               AND status IN ('pending', 'processing')
               AND (status = 'pending' OR (leased_until_ms <= :now AND tries < :tries))
            """)
    Optional<RobotInteractionId> next(RobotId robot, String channels, long now, int tries);

    @SqlUpdate("""
            INSERT INTO robot_interactions (id, robot, channel, message_id, asked_by, request, observation)
            VALUES (:id, :robot, :channel, :message, :askedBy, :request, :observation)
            """)
    void insert(
            long id,
            RobotId robot,
            int channel,
            MessageId message,
            int askedBy,
            String request,
            @Nullable String observation);

    @SqlUpdate("""
            UPDATE robot_interactions
               SET status = 'processing', tries = tries + 1, lease = :lease, leased_until_ms = :until,
                   started_at_ms = :now
             WHERE id = :id
            """)
    void take(RobotInteractionId id, long lease, long until, long now);

    @SqlUpdate("""
            UPDATE robot_interactions
               SET leased_until_ms = :until, observation = coalesce(:observation, observation)
             WHERE id = :id
            """)
    void renew(RobotInteractionId id, long until, @Nullable String observation);

    /// Holds it at least until then.
    @SqlUpdate("""
            UPDATE robot_interactions SET leased_until_ms = max(leased_until_ms, :until)
             WHERE id = :id AND status = 'processing'
            """)
    void hold(RobotInteractionId id, long until);

    @SqlUpdate("""
            UPDATE robot_interactions
               SET status = 'completed', response = :response, reply_id = :reply, leased_until_ms = NULL,
                   completed_at_ms = :now
             WHERE id = :id
            """)
    void complete(RobotInteractionId id, @Nullable String response, MessageId reply, long now);

    @SqlUpdate("""
            UPDATE robot_interactions
               SET status = 'failed', error = :error, leased_until_ms = NULL, completed_at_ms = :now
             WHERE id = :id
            """)
    void fail(RobotInteractionId id, String error, long now);

    @SqlQuery("""
            SELECT id FROM robot_interactions WHERE robot = :robot AND status IN ('pending', 'processing') ORDER BY id
            """)
    List<RobotInteractionId> openOf(RobotId robot);

    /// Questions whose lease has ended.
    @SqlQuery("""
            SELECT id FROM robot_interactions WHERE status = 'processing' AND leased_until_ms <= :now
             ORDER BY leased_until_ms LIMIT :limit
            """)
    List<RobotInteractionId> lapsed(long now, int limit);

    /// Questions that nobody took for long.
    @SqlQuery("SELECT id FROM robot_interactions WHERE status = 'pending' AND id < :before ORDER BY id LIMIT :limit")
    List<RobotInteractionId> forgotten(long before, int limit);

    @SqlUpdate("UPDATE robot_interactions SET status = 'pending', leased_until_ms = NULL WHERE id = :id")
    void giveBack(RobotInteractionId id);
}
