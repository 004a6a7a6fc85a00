package chat.waddle.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far moderators have come with a report.
public enum ReportStatus {
    OPEN,
    /// Something was done about it.
    RESOLVED,
    /// Nothing was to be done.
    DISMISSED;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportStatus> ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }
}
