package chat.waddle.objectstore;

import java.util.regex.Pattern;

/// The name of one object: segments of `[a-z0-9._-]` joined by `/`, at most 512 characters in all and 200 per segment.
///
/// A segment starts with a letter, a digit or `_`, so neither `..` nor a hidden name can be spelled and every key is
/// safe as a relative path. Keys order by their characters, which are ASCII, as every store lists them.
/// A name outside these rules throws `IllegalArgumentException`.
public record ObjectKey(String value) implements Comparable<ObjectKey> {
    static final int MAX_LENGTH = 512;
    private static final int MAX_SEGMENT_LENGTH = 200;
    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9_][a-z0-9._-]{0," + (MAX_SEGMENT_LENGTH - 1) + "}");

    public ObjectKey {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "An object key has at most " + MAX_LENGTH + " characters, not " + value.length());
        }
        for (String segment : value.split("/", -1)) {
            if (!isSegment(segment)) {
                throw new IllegalArgumentException("Not an object key: '" + value + "', at segment '" + segment + "'");
            }
        }
    }

    static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches();
    }

    @Override
    public int compareTo(ObjectKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
