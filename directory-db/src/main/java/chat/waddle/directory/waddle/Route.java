package chat.waddle.directory.waddle;

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

    static Optional<Route> find(ReadSession session, WaddleId waddle) throws SQLException {
        var select = session.kept(SELECT);
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
