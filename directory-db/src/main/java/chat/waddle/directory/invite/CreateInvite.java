package chat.waddle.directory.invite;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import org.jspecify.annotations.Nullable;

/// Makes an invite of a community.
record CreateInvite(
        WaddleId waddle,
        String code,
        @Nullable Integer maxUses,
        @Nullable Long expiresAt,
        Origin origin) implements Change<InviteOutcome> {
    private static final int LIVING_LIMIT = 1000;

    @Override
    public Applied<InviteOutcome> apply(Applying applying) {
        InviteSql sql = applying.sql(InviteSql.class);
        if (!sql.open(waddle).orElse(false)) {
            return Applied.unchanged(new InviteOutcome.NoSuchWaddle());
        }
        if (sql.living(waddle, applying.now()) >= LIVING_LIMIT) {
            return Applied.unchanged(new InviteOutcome.TooMany(LIVING_LIMIT));
        }
        long id = applying.newId();
        sql.insert(id, code, waddle, origin.actor(), maxUses, applying.now(), expiresAt);
        AuditTrail.append(applying, origin, AuditEvent.waddle("invite.created", waddle));
        Invite invite = sql.usable(code, applying.now()).orElseThrow();
        return Applied.changed(new InviteOutcome.Created(invite), 0, id);
    }
}
