package chat.waddle.directory.session;

import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SessionSql {
    @SqlUpdate("""
            INSERT INTO sessions (id, user_id, family_hash, refresh_hash, access_hash, access_expires_at,
                refresh_expires_at, user_agent, ip_prefix_hash, created_at, last_used_at)
            VALUES (:id, :user, :family, :refresh, :access, :accessExpiresAt, :refreshExpiresAt, :userAgent,
                :ipPrefixHash, :now, :now)
            """)
    void insert(
            long id,
            UserId user,
            String family,
            String refresh,
            String access,
            long accessExpiresAt,
            long refreshExpiresAt,
            String userAgent,
            String ipPrefixHash,
            long now);

    @SqlQuery("""
            SELECT id, user_id AS user, refresh_hash, access_hash, refresh_expires_at, revoked_at IS NOT NULL AS ended
            FROM sessions
            WHERE family_hash = :family
            """)
    @RegisterConstructorMapper(SessionRow.class)
    Optional<SessionRow> byFamily(String family);

    @SqlQuery("""
            SELECT id, user_id AS user, refresh_hash, access_hash, refresh_expires_at, revoked_at IS NOT NULL AS ended
            FROM sessions
            WHERE user_id = :user AND revoked_at IS NULL
            ORDER BY id
            """)
    @RegisterConstructorMapper(SessionRow.class)
    List<SessionRow> living(UserId user);

    @SqlUpdate("""
            UPDATE sessions
            SET previous_refresh_hash = refresh_hash, refresh_hash = :refresh, access_hash = :access,
                access_expires_at = :accessExpiresAt, refresh_expires_at = :refreshExpiresAt, last_used_at = :now,
                user_agent = :userAgent, ip_prefix_hash = :ipPrefixHash
            WHERE id = :id
            """)
    void rotate(
            SessionId id,
            String refresh,
            String access,
            long accessExpiresAt,
            long refreshExpiresAt,
            String userAgent,
            String ipPrefixHash,
            long now);

    @SqlUpdate("UPDATE sessions SET revoked_at = :now, revoked_because = :reason WHERE id = :id")
    void end(SessionId id, long now, String reason);

    @SqlUpdate("UPDATE users SET last_seen_at = :now WHERE id = :user")
    void seen(UserId user, long now);

    @SqlQuery("""
            SELECT u.account_status IN ('active', 'pending-verification')
                AND NOT EXISTS (SELECT 1 FROM global_bans b
                    WHERE b.user_id = u.id AND (b.expires_at IS NULL OR b.expires_at > :now))
            FROM users u
            WHERE u.id = :user
            """)
    boolean mayEnter(UserId user, long now);

    @SqlQuery("""
            SELECT s.id, s.user_id AS user, u.account_type = 'operator' AS operator,
                u.account_type = 'guest' AS guest, '["*"]' AS scopes, s.access_expires_at AS valid_until
            FROM sessions s
            JOIN users u ON u.id = s.user_id
            WHERE s.access_hash = :access AND s.revoked_at IS NULL
                AND u.account_status IN ('active', 'pending-verification')
            """)
    @RegisterConstructorMapper(TokenRow.class)
    Optional<TokenRow> byAccess(String access);

    @SqlQuery("""
            SELECT id, user_agent, ip_prefix_hash, created_at, last_used_at, refresh_expires_at AS expires_at
            FROM sessions
            WHERE user_id = :user AND revoked_at IS NULL AND refresh_expires_at > :now
            ORDER BY id DESC
            """)
    @RegisterConstructorMapper(SessionView.class)
    List<SessionView> list(UserId user, long now);

    @SqlUpdate("""
            DELETE FROM sessions
            WHERE id IN (SELECT id FROM sessions WHERE refresh_expires_at < :before ORDER BY refresh_expires_at LIMIT :limit)
            """)
    int prune(long before, int limit);

    @SqlQuery("SELECT count(*) FROM (SELECT 1 FROM sessions WHERE refresh_expires_at < :before LIMIT :limit)")
    int prunable(long before, int limit);

    /// What the writer needs of a sign-in.
    record SessionRow(
            SessionId id, UserId user, String refreshHash, String accessHash, long refreshExpiresAt, boolean ended) {}

    /// What a token means.
    ///
    /// @param validUntil epoch milliseconds
    record TokenRow(SessionId id, UserId user, boolean operator, boolean guest, String scopes, long validUntil) {}
}
