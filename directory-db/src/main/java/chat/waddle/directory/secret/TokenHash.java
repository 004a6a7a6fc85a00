package chat.waddle.directory.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The SHA-256 of a random token: all that is ever stored, sent to the writer or used as a cache key.
///
/// A plain hash is enough because the tokens are 256 random bits; passwords go through [PasswordHasher] instead.
public record TokenHash(long first, long second, long third, long fourth) {
    private static final MessageDigest PROTOTYPE = sha256();

    public static TokenHash of(String token) {
        ByteBuffer digest = ByteBuffer.wrap(copy().digest(token.getBytes(StandardCharsets.UTF_8)));
        return read(digest);
    }

    /// Reads back what [#text()] gives.
    ///
    /// @throws IllegalArgumentException when it is something else
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TokenHash parse(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a token hash has 32 bytes, got " + bytes.length);
        }
        return read(ByteBuffer.wrap(bytes));
    }

    private static TokenHash read(ByteBuffer bytes) {
        return new TokenHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /// 43 characters of base64url, as it stands in the file.
    @JsonValue
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        bytes.putLong(first).putLong(second).putLong(third).putLong(fourth);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Cloning saves the provider lookup, which costs more than the hash.
    private static MessageDigest copy() {
        try {
            return (MessageDigest) PROTOTYPE.clone();
        } catch (CloneNotSupportedException e) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
