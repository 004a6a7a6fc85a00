package chat.waddle.directory.shard;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads a shard's id from a column; public only because Jdbi makes it.
public final class ShardIdColumn implements ColumnMapper<ShardId> {
    @Override
    public ShardId map(ResultSet rows, int column, StatementContext context) throws SQLException {
        return new ShardId(rows.getString(column));
    }
}
