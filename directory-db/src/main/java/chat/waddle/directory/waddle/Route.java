package chat.waddle.directory.waddle;

import chat.waddle.directory.conversation.ConversationShard;
import chat.waddle.directory.shard.ShardId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.ReadSession;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/// Where a community's requests go.
///
/// @param quarantined the shard is out of service
public record Route(
        WaddleId waddle, ShardId shard, WaddleState state, UserId owner, boolean isPublic, boolean quarantined) {
    /// A kept statement: the first request to a community asks this.
    private static final String SELECT = """
            SELECT w.shard_id, w.state, w.owner_id, w.is_public, s.state = 'quarantined'
              FROM waddles w JOIN shards s ON s.shard_id = w.shard_id
             WHERE w.id = ?
            """;

    /// Files of conversations are found like those of communities; they have no owner.
    private static final String CONVERSATIONS = """
            SELECT c.shard_id, c.state, 0, 0, s.state = 'quarantined'
              FROM shards s JOIN conversation_shards c ON c.shard_id = s.shard_id
             WHERE s.waddle_id = ?
            """;

    static Optional<Route> find(ReadSession session, WaddleId waddle) throws SQLException {
        var select = session.kept(ConversationShard.isOne(waddle) ? CONVERSATIONS : SELECT);
        select.setLong(1, waddle.value());
        try (var row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Route(
                            waddle,
                            new ShardId(row.getString(1)),
                            WaddleState.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                            new UserId(row.getLong(3)),
                            row.getInt(4) != 0,
                            row.getInt(5) != 0))
                    : Optional.empty();
        }
    }

    /// True when its content may be read and changed.
    public boolean serving() {
        return state == WaddleState.ACTIVE && !quarantined;
    }
}
