package chat.waddle.directory.account;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Makes an account that runs this server, without a password, and its one-time link.
record CreateOperator(
        String email, String username, String displayName, TokenHash link, long linkExpiresAt, Origin origin)
        implements Change<CreateOperator.Creation> {
    /// What the creation came to.
    sealed interface Creation {
        record Done(Account account) implements Creation {}

        record EmailTaken() implements Creation {}

        record UsernameTaken() implements Creation {}
    }

    @Override
    public Applied<Creation> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        String emailKey = AccountRules.key(email);
        String usernameKey = AccountRules.key(username);
        if (sql.emailTaken(emailKey)) {
            return Applied.unchanged(new Creation.EmailTaken());
        }
        if (sql.usernameTaken(usernameKey)) {
            return Applied.unchanged(new Creation.UsernameTaken());
        }
        UserId id = new UserId(applying.newId());
        sql.insert(
                id.value(),
                email,
                emailKey,
                username,
                usernameKey,
                displayName,
                false,
                AccountType.OPERATOR.stored(),
                null,
                applying.now());
        applying.sql(SetupSql.class)
                .insert(link.text(), id, SetupPurpose.OPERATOR_SETUP.stored(), applying.now(), linkExpiresAt);
        AuditTrail.append(applying, origin, AuditEvent.account("account.operator_created", id));
        return Applied.changed(new Creation.Done(sql.find(id).orElseThrow()), 0, id.value());
    }
}
