package chat.waddle.erasure;

import java.util.Locale;

/// What becomes of the messages of a person who is erased; later ones go further.
public enum ErasureMode {
    /// They stay, under the id of the account that is no more.
    KEEP,
    /// They stay, under a new id that nothing ties to the account.
    ANONYMISE,
    /// They go, with everything that hangs on them.
    DELETE;

    /// Its name in the file; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ErasureMode ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
