package chat.waddle.server.attachment;

import chat.waddle.objectstore.ByteRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which part of a file a `Range` header asks for (RFC 9110, one range of bytes).
///
/// Several ranges and what is no range of bytes count as no header, as the standard allows.
sealed interface ContentRange {
    Pattern RANGE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /// All of it.
    record Whole() implements ContentRange {}

    /// A part, inside the file.
    record Part(ByteRange bytes) implements ContentRange {
        /// The value of `Content-Range`.
        String describe(long sizeBytes) {
            long last = bytes.offsetBytes() + bytes.lengthBytes() - 1;
            return "bytes " + bytes.offsetBytes() + "-" + last + "/" + sizeBytes;
        }
    }

    /// Nothing of the file lies in it.
    record Outside() implements ContentRange {}

    static ContentRange of(String header, long sizeBytes) {
        Matcher range = RANGE.matcher(header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            return part(Math.max(0, sizeBytes - Long.parseLong(range.group(2))), sizeBytes - 1, sizeBytes);
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        return last < first ? new Whole() : part(first, Math.min(last, sizeBytes - 1), sizeBytes);
    }

    private static ContentRange part(long first, long last, long sizeBytes) {
        return first >= sizeBytes || last < first ? new Outside() : new Part(new ByteRange(first, last - first + 1));
    }
}
