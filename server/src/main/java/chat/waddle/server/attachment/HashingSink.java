package chat.waddle.server.attachment;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Writes bytes on, and remembers how many there were, their SHA-256 and the first few. Not thread-safe.
final class HashingSink extends FilterOutputStream {
    private final MessageDigest digest = sha256();
    private byte[] head = new byte[0];
    private long sizeBytes;

    HashingSink(OutputStream target) {
        super(target);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void write(int unit) throws IOException {
        write(new byte[] {(byte) unit}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        int wanted = Math.min(FileType.HEAD_BYTES - head.length, length);
        if (wanted > 0) {
            int had = head.length;
            head = Arrays.copyOf(head, had + wanted);
            System.arraycopy(bytes, offset, head, had, wanted);
        }
        sizeBytes += length;
    }

    byte[] head() {
        return head;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /// To be asked once, after the last byte.
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
