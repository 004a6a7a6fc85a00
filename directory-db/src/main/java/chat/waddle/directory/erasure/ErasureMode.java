package chat.waddle.directory.erasure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.enums.DatabaseValue;

/// What becomes of the messages of an account that is erased.
public enum ErasureMode {
    /// They stay, under the id of the account that is no more.
    @DatabaseValue("keep")
    KEEP,
    /// They stay, under new ids that nothing ties to the account.
    @DatabaseValue("anonymise")
    ANONYMISE,
    /// They go, with everything that hangs on them.
    @DatabaseValue("delete")
    DELETE;

    /// Its name in the file, in the ledger and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ErasureMode> ofCode(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }
}
