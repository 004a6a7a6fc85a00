package chat.waddle.directory.erasure;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.sqlite.command.Applied;

/// Writes the receipt of an erasure that has gone through all files.
record FinishErasure(long erasure, String receipt) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        ErasureSql sql = applying.sql(ErasureSql.class);
        Erasure found = sql.find(erasure).orElse(null);
        if (found == null || found.state() != ErasureState.RUNNING) {
            return Applied.unchanged(false);
        }
        sql.finish(erasure, receipt, applying.now());
        AuditTrail.append(applying, Origin.system(), AuditEvent.account("account.erased", found.user()));
        return Applied.changed(true, 0, erasure);
    }
}
