package chat.waddle.community;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface PruneSql {
    String INACTIVE = """
             FROM members m
            WHERE m.state = 'active' AND m.num > :after AND m.joined_at_ms < :since AND m.num <> :except
              AND m.num <> (SELECT owner FROM waddle_settings)
              AND NOT EXISTS (SELECT 1 FROM member_roles g WHERE g.member = m.num)
              AND NOT EXISTS (SELECT 1 FROM messages w WHERE w.author = m.num AND w.id >= :sinceId)
              AND m.num NOT IN (SELECT author FROM arrivals WHERE id >= :sinceId)
            """;

    @SqlQuery("SELECT m.num, m.user_id AS user" + INACTIVE + " ORDER BY m.num LIMIT :limit")
    @RegisterConstructorMapper(Members.Active.class)
    List<Members.Active> inactive(int after, long since, long sinceId, int except, int limit);

    @SqlQuery("SELECT count(*)" + INACTIVE)
    int count(int after, long since, long sinceId, int except);
}
