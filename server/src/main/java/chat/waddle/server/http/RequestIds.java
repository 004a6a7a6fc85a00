package chat.waddle.server.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The id under which a request is found again in logs and problem documents.
final class RequestIds {
    static final String HEADER = "X-Request-Id";
    private static final int MOST_CHARS = 64;

    private RequestIds() {}

    /// The client's own id where it is short and plain, else a new one.
    static String of(@Nullable String given) {
        return given != null && isSane(given) ? given : fresh();
    }

    static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /// Our own ids are numbers in hexadecimal; a client's id is hashed.
    static long number(String requestId) {
        if (requestId.length() == 16) {
            try {
                return Long.parseUnsignedLong(requestId, 16);
            } catch (NumberFormatException _) {
                return requestId.hashCode();
            }
        }
        return requestId.hashCode();
    }

    private static boolean isSane(String given) {
        if (given.isEmpty() || given.length() > MOST_CHARS) {
            return false;
        }
        for (int index = 0; index < given.length(); index++) {
            char character = given.charAt(index);
            boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
            boolean other = (character >= '0' && character <= '9') || "._-".indexOf(character) >= 0;
            if (!letter && !other) {
                return false;
            }
        }
        return true;
    }
}
