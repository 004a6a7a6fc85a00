package chat.waddle.directory.invite;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;

/// Ends an invite; false when the community has no such one.
record RevokeInvite(WaddleId waddle, String code, Origin origin) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        InviteSql sql = applying.sql(InviteSql.class);
        Optional<Invite> invite = sql.unrevoked(waddle, code);
        if (invite.isEmpty()) {
            return Applied.unchanged(false);
        }
        sql.revoke(invite.get().id(), applying.now());
        AuditTrail.append(applying, origin, AuditEvent.waddle("invite.revoked", waddle));
        return Applied.changed(true, 0, invite.get().id());
    }
}
