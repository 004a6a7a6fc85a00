package chat.waddle.directory.shard;

import chat.waddle.sqlite.ReadSession;
import java.sql.SQLException;
import java.util.Optional;

/// What must be known of a shard before it is opened.
///
/// @param reason why it is out of service, if it is
/// @param lastSeq the change its file is known to have reached
/// @param migrated whether its newest migration is known to have come to its end
public record ShardStanding(boolean quarantined, String reason, long lastSeq, int schemaVersion, boolean migrated) {
    /// A kept statement: every first request to a community asks this.
    private static final String SELECT = "SELECT state = 'quarantined', reason, last_seq, schema_version,"
            + " migration_outcome = 'done' FROM shards WHERE shard_id = ?";

    static Optional<ShardStanding> find(ReadSession session, ShardId shard) throws SQLException {
        var select = session.kept(SELECT);
        select.setString(1, shard.value());
        try (var row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new ShardStanding(
                            row.getInt(1) != 0, row.getString(2), row.getLong(3), row.getInt(4), row.getInt(5) != 0))
                    : Optional.empty();
        }
    }
}
