package chat.waddle.server.cli.ops;

import java.util.Locale;

/// One thing the doctor looked at.
///
/// @param what a short name
/// @param level how it stands
/// @param text what was found
/// @param advice what to do; empty where nothing is to be done
record Diagnosis(String what, Level level, String text, String advice) {
    /// How good or bad it is.
    enum Level {
        FINE,
        NOTICE,
        BAD;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Diagnosis fine(String what, String text) {
        return new Diagnosis(what, Level.FINE, text, "");
    }

    static Diagnosis notice(String what, String text, String advice) {
        return new Diagnosis(what, Level.NOTICE, text, advice);
    }

    static Diagnosis bad(String what, String text, String advice) {
        return new Diagnosis(what, Level.BAD, text, advice);
    }

    boolean isFine() {
        return level == Level.FINE;
    }
}
