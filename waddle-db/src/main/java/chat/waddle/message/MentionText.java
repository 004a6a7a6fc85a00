package chat.waddle.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/// Finds in a text what looks like a mention: `<@userId>`, `<@&roleId>` and `@everyone`, outside of code.
///
/// Code is what stands between two runs of backticks of the same length. Takes time in proportion to the text.
final class MentionText {
    /// How many accounts and roles one message can call; what comes later in the text calls nobody.
    static final int LIMIT = 50;

    private static final String EVERYONE = "@everyone";
    private static final int DIGITS = 19;

    private final String text;
    private final Set<Long> users = new LinkedHashSet<>();
    private final Set<Long> roles = new LinkedHashSet<>();
    private boolean everyone;

    private MentionText(String text) {
        this.text = text;
    }

    /// What the text asks for, whether or not those exist and may be called.
    static Mentions read(String text) {
        if (text.indexOf('@') < 0) {
            return Mentions.NONE; // nearly every message
        }
        MentionText reading = new MentionText(text);
        reading.scan();
        return new Mentions(reading.everyone, new ArrayList<>(reading.users), new ArrayList<>(reading.roles));
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '`' -> afterCode(at);
                case '<' -> afterId(at);
                case '@' -> afterEveryone(at);
                default -> at + 1;
            };
        }
    }

    /// Behind the code that begins here, or behind the backticks where nothing closes it.
    private int afterCode(int begin) {
        int length = run(begin);
        int at = begin + length;
        while (at < text.length()) {
            int next = text.indexOf('`', at);
            if (next < 0) {
                break;
            }
            int closing = run(next);
            if (closing == length) {
                return next + closing;
            }
            at = next + closing;
        }
        return begin + length;
    }

    private int run(int begin) {
        int end = begin;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end - begin;
    }

    private int afterId(int begin) {
        if (!text.startsWith("<@", begin)) {
            return begin + 1;
        }
        boolean role = text.startsWith("&", begin + 2);
        int first = begin + (role ? 3 : 2);
        int end = first;
        while (end < text.length() && end - first <= DIGITS && isDigit(text.charAt(end))) {
            end++;
        }
        if (end == first || end == text.length() || text.charAt(end) != '>') {
            return begin + 1;
        }
        add(role ? roles : users, text.substring(first, end));
        return end + 1;
    }

    private void add(Set<Long> ids, String digits) {
        if (digits.length() > DIGITS || users.size() + roles.size() >= LIMIT) {
            return;
        }
        try {
            ids.add(Long.parseLong(digits));
        } catch (NumberFormatException _) {
            return; // too large for an id: it names nobody
        }
    }

    private int afterEveryone(int begin) {
        int end = begin + EVERYONE.length();
        boolean word = text.startsWith(EVERYONE, begin)
                && (begin == 0 || !isWord(text.codePointBefore(begin)))
                && (end == text.length() || !isWord(text.codePointAt(end)));
        everyone |= word;
        return word ? end : begin + 1;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }
}
