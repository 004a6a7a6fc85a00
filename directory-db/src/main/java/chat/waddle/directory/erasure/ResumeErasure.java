package chat.waddle.directory.erasure;

import chat.waddle.directory.account.Burial;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Begins an erasure again that the ledger knows and this file has forgotten, because an older one was put in its
/// place.
record ResumeErasure(long erasure, UserId user, ErasureMode mode, long requestedAt) implements Change<Boolean> {
    private static final UserId SYSTEM = new UserId(0);

    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        ErasureSql erasures = applying.sql(ErasureSql.class);
        if (erasures.find(erasure).isPresent()) {
            return Applied.unchanged(false);
        }
        erasures.insert(erasure, user, mode.code(), ErasureState.RUNNING.code(), SYSTEM, requestedAt);
        Burial burial = new Burial(applying, user);
        if (burial.living() != null) {
            burial.bury();
        }
        return Applied.changed(true, 0, user.value()).then(burial::forgetCached);
    }
}
