package chat.waddle.directory.conversation;

import chat.waddle.directory.shard.ShardIdColumn;
import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterColumnMapper(ShardIdColumn.class)
interface ConversationSql {
    String COLUMNS = "SELECT place, shard_id AS shard, state = 'active' AS made FROM conversation_shards ";

    @SqlQuery(COLUMNS + "ORDER BY place")
    @RegisterConstructorMapper(ConversationShard.class)
    List<ConversationShard> all();

    @SqlQuery(COLUMNS + "WHERE place = :place")
    @RegisterConstructorMapper(ConversationShard.class)
    Optional<ConversationShard> find(int place);

    @SqlQuery("SELECT places FROM conversation_layout")
    Optional<Integer> places();

    @SqlUpdate("INSERT INTO conversation_layout (one, places) VALUES (1, :places)")
    void layOut(int places);

    @SqlUpdate("INSERT INTO conversation_shards (place, shard_id, state) VALUES (:place, :shard, 'creating')")
    void reserve(int place, String shard);

    @SqlUpdate("""
            INSERT INTO shards (shard_id, waddle_id, kind, state, created_at)
            VALUES (:shard, :waddle, 'conversation', 'active', :now)
            """)
    void insertShard(String shard, long waddle, long now);

    @SqlUpdate("UPDATE conversation_shards SET state = 'active' WHERE place = :place AND state = 'creating'")
    int activate(int place);

    @SqlQuery("""
            SELECT id FROM users
            WHERE id IN (<ids>) AND account_status IN ('active', 'pending-verification')
            """)
    List<UserId> living(@BindList List<Long> ids);

    @SqlQuery("""
            SELECT u.id FROM users u
            WHERE u.id IN (<ids>) AND u.account_status IN ('active', 'pending-verification') AND EXISTS (
                SELECT 1 FROM waddle_members mine
                JOIN waddle_members theirs ON theirs.waddle_id = mine.waddle_id
                JOIN waddles w ON w.id = mine.waddle_id
                WHERE mine.user_id = :user AND mine.left_at IS NULL
                    AND theirs.user_id = u.id AND theirs.left_at IS NULL AND w.state = 'active')
            """)
    List<UserId> sharingAWaddle(UserId user, @BindList List<Long> ids);
}
