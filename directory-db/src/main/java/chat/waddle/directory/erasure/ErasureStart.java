package chat.waddle.directory.erasure;

import chat.waddle.directory.account.Burial;
import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.util.Map;

/// Begins the erasure of an account inside a change: a tombstone at once, or a locked account while a legal hold lasts.
final class ErasureStart {
    private ErasureStart() {}

    /// @return the erasure, and what to do after the commit
    static Begun begin(Applying applying, UserId user, ErasureMode mode, Origin origin) {
        boolean held = applying.sql(LegalHoldSql.class).find(user.value()).isPresent();
        ErasureState state = held ? ErasureState.HELD : ErasureState.RUNNING;
        long id = applying.newId();
        ErasureSql erasures = applying.sql(ErasureSql.class);
        erasures.insert(id, user, mode.code(), state.code(), origin.actor(), applying.now());
        Burial burial = new Burial(applying, user);
        if (held) {
            burial.lock();
        } else {
            burial.bury();
        }
        AuditEvent event = AuditEvent.account(held ? "account.erasure_held" : "account.deleted", user);
        AuditTrail.append(applying, origin, event.with(Map.of("messages", mode.code())));
        return new Begun(erasures.find(id).orElseThrow(), burial::forgetCached);
    }

    record Begun(Erasure erasure, Runnable afterwards) {}
}
