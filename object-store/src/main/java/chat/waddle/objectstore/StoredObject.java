package chat.waddle.objectstore;

import java.time.Instant;
import java.util.regex.Pattern;

/// What a store knows of one object: `sizeBytes` and `sha256` (64 lower-case hex digits) are those of its content.
public record StoredObject(ObjectKey key, long sizeBytes, String sha256, Instant lastModified) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public StoredObject {
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("Negative size of " + key + ": " + sizeBytes);
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 of " + key + ": " + sha256);
        }
    }
}
