package chat.waddle.participant;

import chat.waddle.ids.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads a participant from the columns of [ParticipantSql#COLUMNS]. Stateless; public only because Jdbi makes it.
public final class ParticipantMapper implements RowMapper<Participant> {
    @Override
    public Participant map(ResultSet row, StatementContext context) throws SQLException {
        return of(row);
    }

    static Participant of(ResultSet row) throws SQLException {
        return new Participant(
                row.getInt("member"),
                new UserId(row.getLong("user_id")),
                ParticipantRole.of(row.getString("role")),
                ParticipantStatus.of(row.getString("status")),
                row.getBoolean("can_send"),
                row.getBoolean("can_invite"),
                row.getBoolean("can_see_history"),
                Instant.ofEpochMilli(row.getLong("joined_at_ms")),
                left(row));
    }

    private static @Nullable Instant left(ResultSet row) throws SQLException {
        long millis = row.getLong("left_at_ms");
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
