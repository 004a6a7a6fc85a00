package chat.waddle.directory.waddle;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface WaddleSql {
    String COLUMNS = """
            SELECT w.id, w.name, w.display_name, w.description, w.icon_url, w.banner_url, w.owner_id AS owner,
                w.is_public, w.is_verified, w.state, w.state_reason, w.member_count, w.message_count, w.shard_count,
                w.shard_id AS shard, w.features, w.created_at, w.updated_at, w.deleted_at
            FROM waddles w
            """;

    @SqlQuery("SELECT waddle_id FROM waddle_names WHERE name_key = :key")
    Optional<WaddleId> named(String key);

    @SqlQuery(COLUMNS + "WHERE w.id = :id")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(WaddleId id);

    @SqlUpdate("""
            INSERT INTO waddles (id, name, name_key, display_name, description, search_key, owner_id, is_public, state,
                shard_id, created_at, updated_at)
            VALUES (:id, :name, :nameKey, :displayName, :description, :searchKey, :owner, :isPublic, 'creating',
                :shard, :now, :now)
            """)
    void insert(
            long id,
            String name,
            String nameKey,
            String displayName,
            String description,
            String searchKey,
            UserId owner,
            boolean isPublic,
            String shard,
            long now);

    @SqlUpdate("INSERT INTO waddle_names (name_key, waddle_id, since) VALUES (:key, :waddle, :now)")
    void takeName(String key, WaddleId waddle, long now);

    @SqlUpdate("UPDATE waddle_names SET since = :now, until = NULL WHERE name_key = :key AND waddle_id = :waddle")
    int takeNameBack(String key, WaddleId waddle, long now);

    @SqlUpdate("UPDATE waddle_names SET until = :now WHERE name_key = :key AND waddle_id = :waddle")
    void leaveName(String key, WaddleId waddle, long now);

    @SqlQuery("""
            SELECT name_key FROM waddle_names
            WHERE waddle_id = :waddle AND until IS NOT NULL
            ORDER BY since DESC, name_key DESC
            LIMIT 100 OFFSET :keep
            """)
    List<String> oldestNames(WaddleId waddle, int keep);

    @SqlUpdate("DELETE FROM waddle_names WHERE name_key = :key")
    void freeName(String key);

    @SqlUpdate("DELETE FROM waddle_names WHERE waddle_id = :waddle")
    void freeNames(WaddleId waddle);

    @SqlUpdate("INSERT INTO shards (shard_id, waddle_id, state, created_at) VALUES (:shard, :waddle, 'active', :now)")
    void insertShard(String shard, WaddleId waddle, long now);

    @SqlUpdate("""
            UPDATE waddles
            SET name = :name, name_key = :nameKey, search_key = :searchKey, updated_at = :now
            WHERE id = :id
            """)
    void rename(WaddleId id, String name, String nameKey, String searchKey, long now);

    @SqlUpdate("""
            UPDATE waddles
            SET display_name = :displayName, search_key = :searchKey, description = :description,
                icon_url = :iconUrl, banner_url = :bannerUrl, is_public = :isPublic, features = :features,
                is_verified = :isVerified, updated_at = :now
            WHERE id = :id
            """)
    void patch(
            WaddleId id,
            String displayName,
            String searchKey,
            String description,
            @Nullable String iconUrl,
            @Nullable String bannerUrl,
            boolean isPublic,
            String features,
            boolean isVerified,
            long now);

    @SqlUpdate("""
            UPDATE waddles
            SET state = :state, state_reason = :reason, deleted_at = :deletedAt, updated_at = :now
            WHERE id = :id
            """)
    void setState(WaddleId id, String state, String reason, @Nullable Long deletedAt, long now);

    @SqlUpdate("UPDATE waddles SET owner_id = :owner, updated_at = :now WHERE id = :id")
    void setOwner(WaddleId id, UserId owner, long now);

    @SqlQuery(COLUMNS + "WHERE w.id IN (<ids>)")
    @RegisterConstructorMapper(Row.class)
    List<Row> all(@BindList List<Long> ids);

    @SqlQuery("SELECT count(*) FROM waddles WHERE owner_id = :owner AND deleted_at IS NULL")
    int ownedBy(UserId owner);

    @SqlQuery("SELECT account_status IN ('active', 'pending-verification') FROM users WHERE id = :user")
    Optional<Boolean> mayOwn(UserId user);

    @SqlQuery(COLUMNS + """
            WHERE w.is_public = 1 AND w.state = 'active'
                AND w.member_count <= :members AND (w.member_count < :members OR w.id > :id)
                AND instr(w.search_key, :query) > 0
            ORDER BY w.member_count DESC, w.id
            LIMIT :limit
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> listPublic(String query, long members, long id, int limit);

    @SqlUpdate("DELETE FROM waddle_members WHERE waddle_id = :id")
    void removeMembers(WaddleId id);

    @SqlUpdate("DELETE FROM invites WHERE waddle_id = :id")
    void removeInvites(WaddleId id);

    @SqlUpdate("DELETE FROM shard_sizes WHERE shard_id IN (SELECT shard_id FROM shards WHERE waddle_id = :id)")
    void removeSizes(WaddleId id);

    @SqlUpdate("DELETE FROM shards WHERE waddle_id = :id")
    void removeShards(WaddleId id);

    @SqlUpdate("DELETE FROM waddles WHERE id = :id")
    void remove(WaddleId id);

    @SqlQuery(COLUMNS + "WHERE w.state = 'creating' AND w.created_at < :before ORDER BY w.created_at LIMIT :limit")
    @RegisterConstructorMapper(Row.class)
    List<Row> unfinished(long before, int limit);

    @SqlQuery(COLUMNS + "WHERE w.state = 'deleted' AND w.deleted_at < :before ORDER BY w.deleted_at LIMIT :limit")
    @RegisterConstructorMapper(Row.class)
    List<Row> tombstones(long before, int limit);

    /// A community as stored.
    record Row(
            WaddleId id,
            String name,
            String displayName,
            String description,
            @Nullable String iconUrl,
            @Nullable String bannerUrl,
            UserId owner,
            boolean isPublic,
            boolean isVerified,
            WaddleState state,
            String stateReason,
            long memberCount,
            long messageCount,
            int shardCount,
            String shard,
            String features,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant deletedAt) {
        Waddle waddle() {
            return new Waddle(
                    id,
                    name,
                    displayName,
                    description,
                    iconUrl,
                    bannerUrl,
                    owner,
                    isPublic,
                    isVerified,
                    state,
                    stateReason,
                    memberCount,
                    messageCount,
                    shardCount,
                    new ShardId(shard),
                    Feature.parse(features),
                    createdAt,
                    updatedAt,
                    deletedAt);
        }
    }
}
