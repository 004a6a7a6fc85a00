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
import java.util.Optional;

/// Ends an API token; false when the account has no such living token.
record RevokeApiToken(UserId user, SessionId token, Origin origin) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        ApiTokenSql sql = applying.sql(ApiTokenSql.class);
        Optional<String> hash = sql.hashOf(token, user);
        if (hash.isEmpty()) {
            return Applied.unchanged(false);
        }
        sql.revoke(token, applying.now());
        AuditTrail.append(applying, origin, AuditEvent.account("token.revoked", user));
        List<TokenHash> changed = List.of(TokenHash.parse(hash.get()));
        return Applied.changed(true, 0, token.value())
                .then(() -> applying.invalidations().tokensChanged(changed));
    }
}
