package chat.waddle.directory.account;

import chat.waddle.ids.UserId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SetupSql {
    @SqlUpdate("DELETE FROM setup_tokens WHERE user_id = :user")
    void forget(UserId user);

    @SqlUpdate("""
            INSERT INTO setup_tokens (token_hash, user_id, purpose, created_at, expires_at)
            VALUES (:hash, :user, :purpose, :now, :expiresAt)
            """)
    void insert(String hash, UserId user, String purpose, long now, long expiresAt);

    @SqlQuery("SELECT user_id FROM setup_tokens WHERE token_hash = :hash AND expires_at > :now")
    Optional<UserId> userOf(String hash, long now);
}
