package chat.waddle.message;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// The statement of what messages said before.
@RegisterConstructorMapper(MessageEdit.class)
interface MessageEditSql {
    @SqlQuery("""
            SELECT revision, content, edited_at_ms AS edited_at, edited_by
              FROM message_edits
             WHERE message_id = :message
             ORDER BY revision
             LIMIT 1000
            """)
    List<MessageEdit> of(long message);
}
