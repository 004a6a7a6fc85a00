package chat.waddle.server.attachment;

import chat.waddle.attachment.Attachment;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/// The rules for names of uploaded files, and how a name is told to a browser.
final class FileName {
    private static final String REPLACEMENT = "\ufffd"; // what bytes that are no UTF-8 were read as
    private static final String DIRECTIONS =
            "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff";

    private FileName() {}

    /// The name as it may be kept. Nothing is cut off or replaced: what cannot be kept is refused.
    static String checked(String given) {
        String name = given.strip();
        if (name.isEmpty()) {
            throw refused("too_short", "The file needs a name.");
        }
        if (name.codePointCount(0, name.length()) > Attachment.FILENAME_LIMIT) {
            throw refused("too_long", "At most " + Attachment.FILENAME_LIMIT + " characters are allowed.");
        }
        if (name.contains("/") || name.contains("\\") || name.equals(".") || name.equals("..")) {
            throw refused("not_a_name", "Send the name alone, without a folder.");
        }
        if (name.contains(REPLACEMENT) || name.codePoints().anyMatch(FileName::isUnusable)) {
            throw refused("unusable_characters", "Control and direction characters are not allowed.");
        }
        return name;
    }

    /// Controls, marks that turn text around (a name could hide its ending), and halves of surrogate pairs.
    private static boolean isUnusable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> DIRECTIONS.indexOf(codePoint) >= 0;
        };
    }

    private static ProblemException refused(String code, String message) {
        return new Problem.Invalid("filename", code, message).asException();
    }

    /// The value of `Content-Disposition`: the name in ASCII for old clients, then whole (RFC 6266).
    static String disposition(boolean inline, String name) {
        String ascii =
                mapped(name, codePoint -> codePoint >= 0x20 && codePoint < 0x7f && "\"\\%".indexOf(codePoint) < 0);
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + whole;
    }

    private static String mapped(String name, IntPredicate kept) {
        StringBuilder text = new StringBuilder(name.length());
        name.codePoints().forEach(codePoint -> text.appendCodePoint(kept.test(codePoint) ? codePoint : '_'));
        return text.toString();
    }
}
