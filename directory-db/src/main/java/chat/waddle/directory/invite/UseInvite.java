package chat.waddle.directory.invite;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;

/// Takes one use of an invite; empty when it cannot be used (any more).
record UseInvite(String code) implements Change<Optional<Invite>> {
    @Override
    public Applied<Optional<Invite>> apply(Applying applying) {
        InviteSql sql = applying.sql(InviteSql.class);
        Optional<Invite> invite = sql.usable(code, applying.now());
        if (invite.isEmpty()) {
            return Applied.unchanged(invite);
        }
        sql.use(invite.get().id());
        return Applied.changed(invite, 0, invite.get().id());
    }
}
