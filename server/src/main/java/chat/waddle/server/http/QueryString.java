package chat.waddle.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters of a URL after the question mark: percent-decoded UTF-8, each at most once. Immutable.
final class QueryString {
    private static final QueryString EMPTY = new QueryString(Map.of());

    private final Map<String, String> values;

    private QueryString(Map<String, String> values) {
        this.values = values;
    }

    static QueryString parse(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return EMPTY;
        }
        Map<String, String> values = new HashMap<>();
        for (String part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals), true);
            String value = equals < 0 ? "" : decode(part.substring(equals + 1), true);
            if (!Limits.QUERY_PARAMETER.allows(value.length())) {
                throw malformed("too_long", "Query parameter '" + name + "' is too long.");
            }
            if (values.put(name, value) != null) {
                throw malformed("repeated_parameter", "Query parameter '" + name + "' is given twice.");
            }
        }
        return new QueryString(values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Decodes percent signs into UTF-8; `plusIsSpace` for queries, not for paths.
    static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return text;
        }
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '%') {
                bytes[length++] = (byte) hexPair(text, index);
                index += 2;
            } else if (character == '+' && plusIsSpace) {
                bytes[length++] = ' ';
            } else if (character < 0x80) {
                bytes[length++] = (byte) character;
            } else {
                throw malformed("malformed_url", "A URL holds only ASCII; encode the rest with percent signs.");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException _) {
            throw malformed("malformed_url", "The percent-encoded part of the URL is not UTF-8.");
        }
    }

    private static int hexPair(String text, int percent) {
        int high = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < text.length() ? Character.digit(text.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw malformed("malformed_url", "A percent sign in a URL needs two hexadecimal digits.");
        }
        return high * 16 + low;
    }

    private static ProblemException malformed(String code, String detail) {
        return new Problem.Malformed(code, detail).asException();
    }
}
