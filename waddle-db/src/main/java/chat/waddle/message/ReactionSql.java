package chat.waddle.message;

import chat.waddle.ids.UserId;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// The statements of who reacted.
@RegisterConstructorMapper(Reaction.class)
interface ReactionSql {
    String SELECT = """
            SELECT r.member, m.user_id AS user, r.emoji, r.reacted_at_ms AS reacted_at
              FROM reactions r JOIN members m ON m.num = r.member
            """;

    @SqlQuery(SELECT + """
            WHERE r.message_id = :message AND r.emoji = :emoji AND r.member > :member ORDER BY r.member LIMIT :limit
            """)
    List<Reaction> after(long message, String emoji, int member, int limit);

    @SqlQuery(SELECT + """
            WHERE r.message_id = :message AND r.member = (SELECT num FROM members WHERE user_id = :user)
            ORDER BY r.emoji
            """)
    List<Reaction> by(long message, UserId user);
}
