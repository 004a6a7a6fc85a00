package chat.waddle.objectstore;

/// A range of an object's bytes: `lengthBytes` (at least 1) from `offsetBytes` (at least 0) on.
public record ByteRange(long offsetBytes, long lengthBytes) {
    public ByteRange {
        if (offsetBytes < 0 || lengthBytes < 1) {
            throw new IllegalArgumentException("Not a range: " + lengthBytes + " bytes from " + offsetBytes);
        }
    }
}
