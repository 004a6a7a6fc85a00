package chat.waddle.directory.export;

import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Copies that accounts have asked for of everything that is theirs, as durable jobs; one at a time each. Thread-safe.
public final class Exports {
    /// How long the content is kept.
    public static final Duration KEPT = Duration.ofDays(7);

    private static final int AT_ONCE = 100;

    private final DirectoryStore store;

    public Exports(DirectoryStore store) {
        this.store = store;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(130, "request_export", RequestExport.class);
        types.add(131, "note_export", NoteExport.class);
    }

    /// Asks for a copy; where one is being made, that one. Empty for an account that is gone.
    public Optional<Export> request(UserId user, Origin origin) {
        return store.commit(new RequestExport(user, origin), origin);
    }

    /// A copy for whom it is made.
    public Optional<Export> find(long id, UserId user) {
        return store.read(session -> session.sql(ExportSql.class).find(id, user));
    }

    /// Those that are being made, oldest first.
    public List<Export> running() {
        return store.read(session -> session.sql(ExportSql.class).running(AT_ONCE));
    }

    /// Those whose content is due to go.
    public List<Export> expired(Instant now) {
        return store.read(session -> session.sql(ExportSql.class).expired(now.toEpochMilli(), AT_ONCE));
    }

    /// @return false where the account has gone meanwhile, and the copy with it
    public boolean progress(Export export, int percent) {
        return store.commit(
                new NoteExport(export.id(), export.user(), ExportState.RUNNING, percent, 0, null), Origin.system());
    }

    /// @return false where the account has gone meanwhile, and the copy with it
    public boolean done(Export export, long sizeBytes) {
        return store.commit(
                new NoteExport(export.id(), export.user(), ExportState.DONE, 100, sizeBytes, KEPT.toMillis()),
                Origin.system());
    }

    public void failed(Export export) {
        boolean _ = store.commit(
                new NoteExport(export.id(), export.user(), ExportState.FAILED, 0, 0, null), Origin.system());
    }

    public void contentGone(Export export) {
        boolean _ = store.commit(
                new NoteExport(export.id(), export.user(), ExportState.EXPIRED, 100, 0, null), Origin.system());
    }
}
