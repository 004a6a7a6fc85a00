package chat.waddle.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is said to be wrong with a message.
public enum ReportReason {
    SPAM,
    HARASSMENT,
    HATE,
    VIOLENCE,
    SEXUAL,
    ILLEGAL,
    OTHER,
    /// An automatic rule found it; nobody else gives this reason.
    AUTOMOD;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
