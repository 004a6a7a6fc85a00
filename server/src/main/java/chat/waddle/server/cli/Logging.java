package chat.waddle.server.cli;

import chat.waddle.server.config.LogFormat;
import java.util.Locale;

/// Chooses the form of the log and its least level, which `logback.xml` reads when the first line is written: called
/// before any part of the server is touched. Lines go to standard error; commands show warnings only.
final class Logging {
    private Logging() {}

    static void serving(LogFormat format) {
        System.setProperty("log.format", format.name().toLowerCase(Locale.ROOT));
        System.setProperty("log.level", "INFO");
    }
}
