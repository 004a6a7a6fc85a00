package chat.waddle.directory.shard;

import chat.waddle.ids.WaddleId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterColumnMapper(ShardIdColumn.class)
interface ShardSql {
    String COLUMNS = """
            SELECT shard_id AS shard, waddle_id AS waddle, state, reason, used_bytes, free_bytes, wal_bytes, file_bytes,
                attachment_bytes, message_count, last_seq, schema_version, migration_outcome AS migration,
                migration_detail, migrated_at, measured_at, checked_at, created_at
            FROM shards
            """;

    @SqlQuery(COLUMNS + "WHERE shard_id = :shard")
    @RegisterConstructorMapper(ShardRecord.class)
    Optional<ShardRecord> find(String shard);

    @SqlQuery(COLUMNS + "WHERE waddle_id = :waddle ORDER BY shard_id")
    @RegisterConstructorMapper(ShardRecord.class)
    List<ShardRecord> ofWaddle(WaddleId waddle);

    @SqlQuery(COLUMNS + "WHERE shard_id > :after ORDER BY shard_id LIMIT :limit")
    @RegisterConstructorMapper(ShardRecord.class)
    List<ShardRecord> page(String after, int limit);

    @SqlQuery(COLUMNS + "WHERE state = 'quarantined' AND shard_id > :after ORDER BY shard_id LIMIT :limit")
    @RegisterConstructorMapper(ShardRecord.class)
    List<ShardRecord> quarantined(String after, int limit);

    @SqlUpdate("""
            UPDATE shards
            SET used_bytes = :used, free_bytes = :free, wal_bytes = :wal, file_bytes = :file,
                attachment_bytes = :attachments, message_count = :messages, last_seq = max(last_seq, :lastSeq),
                measured_at = :now
            WHERE shard_id = :shard
            """)
    int measured(
            String shard,
            long used,
            long free,
            long wal,
            long file,
            long attachments,
            long messages,
            long lastSeq,
            long now);

    @SqlUpdate("""
            UPDATE waddles SET message_count = :messages
            WHERE id = (SELECT waddle_id FROM shards WHERE shard_id = :shard) AND message_count <> :messages
            """)
    void countMessages(String shard, long messages);

    @SqlUpdate("""
            INSERT INTO shard_sizes (shard_id, at_ms, used_bytes, file_bytes, attachment_bytes, message_count)
            VALUES (:shard, :now, :used, :file, :attachments, :messages)
            ON CONFLICT (shard_id, at_ms) DO NOTHING
            """)
    void remember(String shard, long now, long used, long file, long attachments, long messages);

    @SqlQuery("""
            SELECT at_ms AS at, used_bytes, file_bytes, attachment_bytes, message_count
            FROM shard_sizes
            WHERE shard_id = :shard AND at_ms >= :since
            ORDER BY at_ms
            LIMIT :limit
            """)
    @RegisterConstructorMapper(SizeAt.class)
    List<SizeAt> growth(String shard, long since, int limit);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM shard_sizes WHERE shard_id = :shard AND at_ms < :before)")
    boolean hasOldSizes(String shard, long before);

    @SqlUpdate("DELETE FROM shard_sizes WHERE shard_id = :shard AND at_ms < :before")
    void forgetSizes(String shard, long before);

    @SqlUpdate("UPDATE shards SET state = :state, reason = :reason WHERE shard_id = :shard")
    void setState(String shard, String state, String reason);

    @SqlUpdate("UPDATE shards SET checked_at = :now WHERE shard_id = :shard")
    int checked(String shard, long now);

    @SqlUpdate("""
            UPDATE shards
            SET migration_outcome = :outcome, migration_detail = :detail, schema_version = :version, migrated_at = :now
            WHERE shard_id = :shard
            """)
    void migrated(String shard, String outcome, String detail, int version, long now);
}
