package chat.waddle.directory.erasure;

import chat.waddle.directory.shard.ShardIdColumn;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterColumnMapper(ShardIdColumn.class)
interface ErasureSql {
    String COLUMNS = """
            SELECT id, user_id AS user, mode, state, requested_by, requested_at, next_shard, shards_seen, finished_at,
                receipt
            FROM erasures
            """;
    String SHARDS = """
            SELECT shard_id AS shard, waddle_id AS waddle, is_done AS done, detail, messages, reactions, files,
                audit_lines, recorded_commands, is_rewritten AS rewritten
            FROM erasure_shards
            WHERE erasure_id = :erasure
            """;

    @SqlUpdate("""
            INSERT INTO erasures (id, user_id, mode, state, requested_by, requested_at)
            VALUES (:id, :user, :mode, :state, :by, :at)
            """)
    void insert(long id, UserId user, String mode, String state, UserId by, long at);

    @SqlQuery(COLUMNS + "WHERE id = :id")
    @RegisterConstructorMapper(Erasure.class)
    Optional<Erasure> find(long id);

    @SqlQuery(COLUMNS + "WHERE user_id = :user ORDER BY id DESC LIMIT 1")
    @RegisterConstructorMapper(Erasure.class)
    Optional<Erasure> newestOf(UserId user);

    @SqlQuery(COLUMNS + "WHERE state = :state AND id > :after ORDER BY id LIMIT :limit")
    @RegisterConstructorMapper(Erasure.class)
    List<Erasure> inState(String state, long after, int limit);

    @SqlQuery(COLUMNS + "WHERE id < :before ORDER BY id DESC LIMIT :limit")
    @RegisterConstructorMapper(Erasure.class)
    List<Erasure> before(long before, int limit);

    @SqlUpdate("UPDATE erasures SET state = 'running' WHERE user_id = :user AND state = 'held'")
    int resume(UserId user);

    @SqlUpdate("UPDATE erasures SET next_shard = :shard, shards_seen = shards_seen + :more WHERE id = :id")
    void advance(long id, String shard, int more);

    @SqlUpdate("UPDATE erasures SET state = 'done', finished_at = :now, receipt = :receipt WHERE id = :id")
    void finish(long id, String receipt, long now);

    @SqlQuery(SHARDS + "ORDER BY shard_id")
    @RegisterConstructorMapper(ErasedShard.class)
    List<ErasedShard> shards(long erasure);

    @SqlUpdate("""
            INSERT INTO erasure_shards (erasure_id, shard_id, waddle_id, is_done, detail, messages, reactions, files,
                audit_lines, recorded_commands, is_rewritten)
            VALUES (:erasure, :shard, :waddle, :done, :detail, :messages, :reactions, :files, :auditLines,
                :recordedCommands, :rewritten)
            ON CONFLICT (erasure_id, shard_id) DO UPDATE
            SET is_done = excluded.is_done, detail = excluded.detail, messages = messages + excluded.messages,
                reactions = reactions + excluded.reactions, files = files + excluded.files,
                audit_lines = audit_lines + excluded.audit_lines,
                recorded_commands = recorded_commands + excluded.recorded_commands,
                is_rewritten = max(is_rewritten, excluded.is_rewritten)
            """)
    void putShard(
            long erasure,
            String shard,
            WaddleId waddle,
            boolean done,
            String detail,
            int messages,
            int reactions,
            int files,
            int auditLines,
            int recordedCommands,
            boolean rewritten);
}
