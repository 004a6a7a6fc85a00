package chat.waddle.server.irc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Bytes of a line as text: UTF-8 where it is valid, else windows-1252, which is what wrote the rest of such logs. For
/// one thread.
final class LineText {
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /// mIRC colours with their numbers, hexadecimal colours, then every other control character but the tab.
    private static final Pattern CONTROL_CODES = Pattern.compile("\\x03(?:\\d{1,2}(?:,\\d{1,2})?)?"
            + "|\\x04(?:[0-9A-Fa-f]{6}(?:,[0-9A-Fa-f]{6})?)?"
            + "|[\\x00-\\x08\\x0A-\\x1F\\x7F-\\x9F]");

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int repaired;

    String decode(byte[] bytes, int length) {
        try {
            CharBuffer chars = utf8.decode(ByteBuffer.wrap(bytes, 0, length));
            return chars.toString();
        } catch (CharacterCodingException e) {
            repaired++;
            return new String(bytes, 0, length, FALLBACK);
        }
    }

    /// Lines so far that were no valid UTF-8.
    int repaired() {
        return repaired;
    }

    /// The text without control codes; the very same object where it has none.
    static String strip(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && Character.isISOControl(c)) {
                return CONTROL_CODES.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    /// The text cut to a number of chars, never through a surrogate pair.
    static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars);
    }
}
