package chat.waddle.directory.audit;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.sqlite.command.Applied;
import java.util.List;

/// Tells of something that happened elsewhere, such as inside a community's file.
record RecordAudit(List<AuditEvent> events, Origin origin) implements Change<Integer> {
    @Override
    public Applied<Integer> apply(Applying applying) {
        events.forEach(event -> AuditTrail.append(applying, origin, event));
        return Applied.changed(events.size(), 0, 0);
    }
}
