package chat.waddle.directory.account;

import chat.waddle.ids.UserId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ImportSql {
    @SqlQuery("SELECT user_id FROM import_users WHERE source = :source AND key = :key")
    Optional<UserId> find(String source, String key);

    @SqlUpdate("INSERT INTO import_users (source, key, user_id) VALUES (:source, :key, :user)")
    void insert(String source, String key, UserId user);
}
