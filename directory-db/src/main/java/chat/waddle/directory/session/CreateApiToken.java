package chat.waddle.directory.session;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stores a new API token; empty when the account may not have one more.
record CreateApiToken(
        UserId user,
        TokenHash hash,
        String name,
        List<String> scopes,
        @Nullable Long expiresAt,
        Origin origin) implements Change<Optional<SessionId>> {
    private static final int LIMIT = 50;

    @Override
    public Applied<Optional<SessionId>> apply(Applying applying) {
        ApiTokenSql sql = applying.sql(ApiTokenSql.class);
        boolean mayEnter = applying.sql(SessionSql.class).mayEnter(user, applying.now());
        if (!mayEnter || sql.count(user) >= LIMIT) {
            return Applied.unchanged(Optional.empty());
        }
        long id = applying.newId();
        String scopesJson = Scopes.json(scopes);
        sql.insert(id, user, hash.text(), name, scopesJson, expiresAt, applying.now());
        AuditTrail.append(
                applying, origin, AuditEvent.account("token.created", user).with(Map.of("scopes", scopesJson)));
        return Applied.changed(Optional.of(new SessionId(id)), 0, id);
    }
}
