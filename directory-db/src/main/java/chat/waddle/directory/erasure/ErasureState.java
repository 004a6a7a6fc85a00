package chat.waddle.directory.erasure;

import java.util.Locale;
import org.jdbi.v3.core.enums.DatabaseValue;

/// How far an erasure is.
public enum ErasureState {
    /// A legal hold keeps it waiting.
    @DatabaseValue("held")
    HELD,
    @DatabaseValue("running")
    RUNNING,
    @DatabaseValue("done")
    DONE;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
