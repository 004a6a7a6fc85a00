package chat.waddle.directory.account;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Stores a new one-time link of an account in place of the ones before; false where there is no such account.
record IssueSetupLink(UserId user, TokenHash hash, SetupPurpose purpose, long expiresAt, Origin origin)
        implements Change<Boolean> {
    @Override
    public Applied<Boolean> apply(Applying applying) {
        boolean fit = applying.sql(AccountSql.class)
                .find(user)
                .filter(account -> account.accountType() != AccountType.IMPORTED)
                .isPresent();
        if (!fit) {
            return Applied.unchanged(false);
        }
        SetupSql sql = applying.sql(SetupSql.class);
        sql.forget(user);
        sql.insert(hash.text(), user, purpose.stored(), applying.now(), expiresAt);
        AuditTrail.append(applying, origin, AuditEvent.account("account.setup_link_issued", user));
        return Applied.changed(true, 0, user.value());
    }
}
