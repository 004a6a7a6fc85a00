package chat.waddle.automod;

import chat.waddle.ids.AutomodRuleId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads a rule from the columns of [AutomodSql]. Stateless.
public final class AutomodRuleMapper implements RowMapper<AutomodRule> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public AutomodRule map(ResultSet row, StatementContext context) throws SQLException {
        return new AutomodRule(
                new AutomodRuleId(row.getLong("id")),
                row.getString("name"),
                AutomodKind.ofCode(row.getString("kind")).orElseThrow(),
                words(row.getString("words")),
                number(row, "mention_limit"),
                AutomodAction.ofCode(row.getString("action")).orElseThrow(),
                number(row, "timeout_seconds"),
                row.getBoolean("is_enabled"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static List<String> words(String json) {
        try {
            return List.of(MAPPER.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the words of a rule are no JSON array of text", e);
        }
    }

    static String json(List<String> words) {
        try {
            return MAPPER.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
