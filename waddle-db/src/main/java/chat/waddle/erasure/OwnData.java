package chat.waddle.erasure;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a file holds of one account, row by row as its owner may take it along. Valid only inside the callback that got
/// it.
///
/// In the statements ?1 is the account's public id, ?2 the id of the last row of the page before, ?3 the number of
/// rows.
public final class OwnData {
    private static final String MEMBER = "(SELECT num FROM members WHERE user_id = ?1)";
    private static final String MESSAGE_COLUMNS = "m.id, (SELECT id FROM channels WHERE num = m.channel) AS channelId,"
            + " (SELECT id FROM threads WHERE num = m.thread) AS threadId, m.content, m.reply_to AS replyToId,"
            + " m.edited_at_ms AS editedAtMillis, m.deleted_at_ms AS deletedAtMillis, m.metadata";

    /// A kind of rows.
    public enum Part {
        MESSAGES("SELECT * FROM (SELECT " + MESSAGE_COLUMNS + " FROM messages m WHERE m.author = " + MEMBER
                + " AND m.id > ?2 UNION ALL SELECT " + MESSAGE_COLUMNS + " FROM arrivals m WHERE m.author = " + MEMBER
                + " AND m.id > ?2) ORDER BY id LIMIT ?3"),
        EDITS("SELECT e.rowid_of AS id, e.message_id AS messageId, e.content, e.edited_at_ms AS editedAtMillis FROM"
                + " (SELECT row_number() OVER (ORDER BY message_id, revision) AS rowid_of, * FROM message_edits"
                + " WHERE edited_by = ?1) e WHERE e.rowid_of > ?2 ORDER BY 1 LIMIT ?3"),
        REACTIONS("SELECT r.number AS id, r.message_id AS messageId, r.emoji, r.reacted_at_ms AS reactedAtMillis FROM"
                + " (SELECT row_number() OVER (ORDER BY message_id, emoji) AS number, * FROM reactions WHERE member = "
                + MEMBER + ") r WHERE r.number > ?2 ORDER BY 1 LIMIT ?3"),
        FILES("SELECT id, message_id AS messageId, filename, size_bytes AS sizeBytes, mime_type AS mimeType,"
                + " object_key AS objectKey FROM message_attachments WHERE owner = " + MEMBER
                + " AND deleted_at_ms IS NULL AND id > ?2 ORDER BY id LIMIT ?3"),
        THREADS("SELECT id, title FROM threads WHERE created_by = " + MEMBER + " AND id > ?2 ORDER BY id LIMIT ?3"),
        REPORTS("SELECT id, message_id AS messageId, reason, text FROM reports WHERE reporter = ?1 AND id > ?2"
                + " ORDER BY id LIMIT ?3"),
        MEMBERSHIP("SELECT num AS id, state, nickname, joined_at_ms AS joinedAtMillis, left_at_ms AS leftAtMillis"
                + " FROM members WHERE user_id = ?1 AND num > ?2 ORDER BY num LIMIT ?3");

        private final String sql;

        Part(String sql) {
            this.sql = sql;
        }
    }

    private final Session session;

    public OwnData(Session session) {
        this.session = session;
    }

    /// The rows after one, each with the names of its columns; `id` always comes first.
    public List<Map<String, @Nullable Object>> rows(Part part, UserId user, long after, int limit) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        var select = session.kept(part.sql);
        select.setLong(1, user.value());
        select.setLong(2, after);
        select.setInt(3, limit);
        try (var row = select.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                for (int i = 1; i <= columns; i++) {
                    fields.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
                }
                rows.add(fields);
            }
        }
        return rows;
    }
}
