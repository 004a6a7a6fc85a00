package chat.waddle.directory.export;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import org.jspecify.annotations.Nullable;

/// Notes how far a copy is; false where it is gone with its account.
///
/// @param keepMillis how long the content stays from now on; null where there is none
record NoteExport(
        long export,
        UserId user,
        ExportState state,
        int percent,
        long bytes,
        @Nullable Long keepMillis) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        boolean running = state == ExportState.RUNNING;
        Long finished = running ? null : Long.valueOf(applying.now());
        Long expires = keepMillis == null ? null : Long.valueOf(applying.now() + keepMillis);
        int changed = applying.sql(ExportSql.class).note(export, state.code(), percent, bytes, finished, expires);
        return changed == 0 ? Applied.unchanged(false) : Applied.changed(true, 0, user.value());
    }
}
