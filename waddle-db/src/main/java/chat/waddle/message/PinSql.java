package chat.waddle.message;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// The statement of a channel's pins.
@RegisterConstructorMapper(Pin.class)
interface PinSql {
    @SqlQuery("""
            SELECT p.message_id AS message, m.user_id AS pinned_by, p.pinned_at_ms AS pinned_at
              FROM pins p JOIN members m ON m.num = p.pinned_by
             WHERE p.channel = :channel
             ORDER BY p.pinned_at_ms DESC, p.message_id DESC
             LIMIT :limit
            """)
    List<Pin> of(int channel, int limit);
}
