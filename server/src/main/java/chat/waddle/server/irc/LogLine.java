package chat.waddle.server.irc;

/// One line of a log, told apart by its form alone.
sealed interface LogLine {
    /// Longest nick taken for one; IRC networks allow 9 to 30 characters.
    int MAX_NICK_CHARS = 64;

    /// Where the nick starts in `[HH:MM] <nick> text`.
    int NICK_START = 9;

    /// `[HH:MM] <nick> text`.
    ///
    /// @param minute minute of the day as written, 0 to 1439
    record Chat(int minute, String nick, String text) implements LogLine {}

    /// A line that is no chat message.
    enum Kind implements LogLine {
        ACTION,
        SYSTEM,
        OTHER
    }

    static LogLine parse(String line) {
        if (line.startsWith("===")) {
            return Kind.SYSTEM;
        }
        int minute = minuteOf(line);
        if (minute < 0) {
            return Kind.OTHER;
        }
        if (line.startsWith("<", NICK_START - 1)) {
            return chat(line, minute);
        }
        return line.startsWith(" * ", NICK_START - 2) || line.startsWith("  * ", NICK_START - 2)
                ? Kind.ACTION
                : Kind.OTHER;
    }

    private static LogLine chat(String line, int minute) {
        int nickEnd = line.indexOf('>', NICK_START);
        if (nickEnd <= NICK_START || nickEnd - NICK_START > MAX_NICK_CHARS) {
            return Kind.OTHER;
        }
        String nick = LineText.strip(line.substring(NICK_START, nickEnd));
        int textStart = line.startsWith(" ", nickEnd + 1) ? nickEnd + 2 : nickEnd + 1;
        return nick.isBlank() ? Kind.OTHER : new Chat(minute, nick, line.substring(textStart));
    }

    /// The minute of the day in `[HH:MM] `, or -1 where the line does not start so.
    private static int minuteOf(String line) {
        if (!line.startsWith("[") || !line.startsWith(":", 3) || !line.startsWith("] ", 6)) {
            return -1;
        }
        int hour = twoDigits(line, 1);
        int minute = twoDigits(line, 4);
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? hour * 60 + minute : -1;
    }

    private static int twoDigits(String line, int at) {
        int tens = line.charAt(at) - '0';
        int ones = line.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
    }
}
