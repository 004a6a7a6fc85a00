package chat.waddle.directory.session;

import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens and ends sign-ins inside the changes of other features; used by the writer only.
public final class SessionBook {
    private static final int LIVING_LIMIT = 50;

    private final Applying applying;
    private final SessionSql sql;
    private final List<TokenHash> changed = new ArrayList<>();

    public SessionBook(Applying applying) {
        this.applying = applying;
        this.sql = applying.sql(SessionSql.class);
    }

    /// Stores a new sign-in and ends the oldest ones of the account beyond its limit of 50.
    public SessionId open(UserId user, SessionSeed seed, Origin origin) {
        List<SessionSql.SessionRow> living = sql.living(user);
        for (int i = 0; i <= living.size() - LIVING_LIMIT; i++) {
            end(living.get(i), EndReason.LIMIT);
        }
        SessionId id = new SessionId(applying.newId());
        long now = applying.now();
        sql.insert(
                id.value(),
                user,
                seed.family().text(),
                seed.refresh().text(),
                seed.access().text(),
                now + seed.accessMillis(),
                now + seed.refreshMillis(),
                origin.userAgent(),
                origin.ipPseudonym(),
                now);
        sql.seen(user, now);
        return id;
    }

    /// Ends every sign-in of an account.
    ///
    /// @param except stays, or null
    /// @return how many ended
    public int endAll(UserId user, @Nullable SessionId except, EndReason reason) {
        int ended = 0;
        for (SessionSql.SessionRow session : sql.living(user)) {
            if (!session.id().equals(except)) {
                end(session, reason);
                ended++;
            }
        }
        return ended;
    }

    void end(SessionSql.SessionRow session, EndReason reason) {
        sql.end(session.id(), applying.now(), reason.stored());
        changed.add(TokenHash.parse(session.accessHash()));
    }

    void replaced(SessionSql.SessionRow session) {
        changed.add(TokenHash.parse(session.accessHash()));
    }

    /// Makes the account's API tokens be looked up again, because what they may do has changed.
    public void recheckApiTokens(UserId user) {
        for (String hash : applying.sql(ApiTokenSql.class).livingHashes(user)) {
            changed.add(TokenHash.parse(hash));
        }
    }

    /// Ends the account's API tokens for good.
    public void revokeApiTokens(UserId user) {
        recheckApiTokens(user);
        applying.sql(ApiTokenSql.class).revokeAll(user, applying.now());
    }

    /// To be run after the commit: forgets what is cached of the tokens that changed.
    public void forgetCached() {
        applying.invalidations().tokensChanged(changed);
    }
}
