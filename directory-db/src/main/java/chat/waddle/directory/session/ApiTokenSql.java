package chat.waddle.directory.session;

import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ApiTokenSql {
    @SqlUpdate("""
            INSERT INTO tokens (id, user_id, token_hash, name, scopes, expires_at, created_at)
            VALUES (:id, :user, :hash, :name, :scopes, :expiresAt, :now)
            """)
    void insert(long id, UserId user, String hash, String name, String scopes, @Nullable Long expiresAt, long now);

    @SqlQuery("SELECT count(*) FROM tokens WHERE user_id = :user AND revoked_at IS NULL")
    int count(UserId user);

    @SqlQuery("SELECT token_hash FROM tokens WHERE user_id = :user AND revoked_at IS NULL")
    List<String> livingHashes(UserId user);

    @SqlQuery("SELECT token_hash FROM tokens WHERE id = :id AND user_id = :user AND revoked_at IS NULL")
    Optional<String> hashOf(SessionId id, UserId user);

    @SqlUpdate("UPDATE tokens SET revoked_at = :now WHERE id = :id")
    void revoke(SessionId id, long now);

    @SqlUpdate("UPDATE tokens SET revoked_at = :now WHERE user_id = :user AND revoked_at IS NULL")
    void revokeAll(UserId user, long now);

    @SqlQuery("""
            SELECT id, name, scopes AS scopes_json, created_at, expires_at
            FROM tokens
            WHERE user_id = :user AND revoked_at IS NULL
            ORDER BY id DESC
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> list(UserId user);

    @SqlQuery("""
            SELECT t.id, t.user_id AS user, u.account_type = 'operator' AS operator,
                u.account_type = 'guest' AS guest, t.scopes, coalesce(t.expires_at, 9223372036854775807) AS valid_until
            FROM tokens t
            JOIN users u ON u.id = t.user_id
            WHERE t.token_hash = :hash AND t.revoked_at IS NULL
                AND u.account_status IN ('active', 'pending-verification')
                AND NOT EXISTS (SELECT 1 FROM global_bans b
                    WHERE b.user_id = u.id AND (b.expires_at IS NULL OR b.expires_at > :now))
            """)
    @RegisterConstructorMapper(SessionSql.TokenRow.class)
    Optional<SessionSql.TokenRow> byHash(String hash, long now);

    /// A token as it is stored, without its hash.
    record Row(
            SessionId id,
            String name,
            String scopesJson,
            java.time.Instant createdAt,
            java.time.@Nullable Instant expiresAt) {}
}
