package chat.waddle.directory.export;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;

/// Asks for a copy, or finds the one that is being made; empty for an account that is gone.
record RequestExport(UserId user, Origin origin) implements Change<Optional<Export>> {
    @Override
    public Applied<Optional<Export>> apply(Applying applying) {
        ExportSql sql = applying.sql(ExportSql.class);
        if (!sql.accountExists(user)) {
            return Applied.unchanged(Optional.empty());
        }
        Optional<Export> newest = sql.newestOf(user);
        if (newest.isPresent() && newest.get().state() == ExportState.RUNNING) {
            return Applied.unchanged(newest);
        }
        long id = applying.newId();
        sql.insert(id, user, applying.now());
        AuditTrail.append(applying, origin, AuditEvent.account("account.export_requested", user));
        return Applied.changed(sql.find(id, user), 0, user.value());
    }
}
