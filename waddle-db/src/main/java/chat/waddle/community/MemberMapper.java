package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads a member from the columns of [MemberSql]. Stateless.
public final class MemberMapper implements RowMapper<Member> {
    @Override
    public Member map(ResultSet row, StatementContext context) throws SQLException {
        return new Member(
                row.getInt("num"),
                new UserId(row.getLong("user_id")),
                MemberState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("nickname"),
                NotificationLevel.valueOf(row.getString("notification_level").toUpperCase(Locale.ROOT)),
                instant(row, "timeout_until_ms"),
                Instant.ofEpochMilli(row.getLong("joined_at_ms")),
                instant(row, "left_at_ms"),
                row.getBoolean("is_owner"),
                roles(row.getString("role_ids")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static List<RoleId> roles(@Nullable String ids) {
        if (ids == null) {
            return List.of();
        }
        return Arrays.stream(ids.split(",", -1))
                .map(id -> new RoleId(Long.parseLong(id)))
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .toList();
    }
}
