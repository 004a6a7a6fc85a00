package chat.waddle.server.http;

import java.nio.ByteBuffer;
import java.util.Base64;

/// The opaque place in a list where its next page begins: a few numbers, packed. Clients only hand it back.
public final class Cursor {
    private Cursor() {}

    public static String encode(long... parts) {
        ByteBuffer packed = ByteBuffer.allocate(parts.length * Long.BYTES);
        for (long part : parts) {
            packed.putLong(part);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.array());
    }

    /// The numbers of a cursor with exactly `count` parts; anything else is [Problem.Malformed].
    public static long[] decode(String cursor, int count) {
        byte[] packed;
        try {
            packed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
        if (packed.length != count * Long.BYTES) {
            throw malformed();
        }
        long[] parts = new long[count];
        ByteBuffer.wrap(packed).asLongBuffer().get(parts);
        return parts;
    }

    private static ProblemException malformed() {
        return new Problem.Malformed("malformed_cursor", "This cursor was not made by this list.").asException();
    }
}
