package chat.waddle.directory.export;

import java.util.Locale;
import org.jdbi.v3.core.enums.DatabaseValue;

/// How far a copy of somebody's data is.
public enum ExportState {
    @DatabaseValue("running")
    RUNNING,
    @DatabaseValue("done")
    DONE,
    @DatabaseValue("failed")
    FAILED,
    /// It was kept for a while and is gone.
    @DatabaseValue("expired")
    EXPIRED;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
