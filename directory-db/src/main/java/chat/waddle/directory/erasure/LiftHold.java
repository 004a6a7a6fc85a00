package chat.waddle.directory.erasure;

import chat.waddle.directory.account.Burial;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Lifts a legal hold; an erasure that waited for it begins. False where there is no hold.
record LiftHold(long subject, Origin origin) implements Change<Boolean> {
    @Override
    public Applied<Boolean> apply(Applying applying) {
        LegalHoldSql sql = applying.sql(LegalHoldSql.class);
        LegalHold hold = sql.find(subject).orElse(null);
        if (hold == null) {
            return Applied.unchanged(false);
        }
        int _ = sql.remove(subject);
        AuditTrail.append(applying, origin, PlaceHold.event("legal_hold.lifted", subject, !hold.waddle()));
        UserId user = new UserId(subject);
        Burial burial = new Burial(applying, user);
        boolean waited = !hold.waddle() && applying.sql(ErasureSql.class).resume(user) > 0;
        if (waited && burial.living() != null) {
            burial.bury();
        }
        return Applied.changed(true, 0, subject).then(burial::forgetCached);
    }
}
