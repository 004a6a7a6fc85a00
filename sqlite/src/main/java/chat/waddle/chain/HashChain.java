package chat.waddle.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hash that ties a line of a log to all lines before it: SHA-256 of the hash before and the line's fields.
///
/// Each field goes in with its length, so that no two lists of fields are the same bytes. Stateless; thread-safe.
public final class HashChain {
    /// What the first line of a chain follows.
    private static final byte[] BEGIN = new byte[32];

    private static final int MISSING = -1;

    private HashChain() {}

    /// @param before the hash of the line before; null or empty for the first line of the chain
    /// @param fields texts and whole numbers, null for one that is missing; always in the same order
    public static byte[] next(byte @Nullable [] before, List<? extends @Nullable Object> fields) {
        MessageDigest digest = sha256();
        digest.update(before == null || before.length == 0 ? BEGIN : before);
        for (Object field : fields) {
            byte[] bytes = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(field == null ? MISSING : bytes.length)
                    .flip());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
