package chat.waddle.directory.secret;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes what nobody may guess. Thread-safe.
public final class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int CODE_BYTES = 16;
    private static final String SHARD_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int SHARD_ID_LENGTH = 20;

    private final SecureRandom random;

    public Secrets(SecureRandom random) {
        this.random = random;
    }

    /// 256 random bits as 43 characters that may stand in a URL.
    public String token() {
        return text(TOKEN_BYTES);
    }

    /// 128 random bits as 22 characters, for codes that people pass on.
    public String code() {
        return text(CODE_BYTES);
    }

    /// 20 characters of `[0-9a-z]`: about 103 bits, so that no two shards ever get the same.
    public String shardId() {
        StringBuilder id = new StringBuilder(SHARD_ID_LENGTH);
        for (int i = 0; i < SHARD_ID_LENGTH; i++) {
            id.append(SHARD_ALPHABET.charAt(random.nextInt(SHARD_ALPHABET.length())));
        }
        return id.toString();
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text(int byteCount) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(byteCount));
    }
}
