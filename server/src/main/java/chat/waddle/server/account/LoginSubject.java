package chat.waddle.server.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// Whom somebody tries to sign in as, for [RateLimit#LOGIN_ACCOUNT]: 128 bits of the SHA-256 of the e-mail address, in
/// which spellings that mean one account are equal. Small and of one size, whatever was sent.
record LoginSubject(long high, long low) {
    static LoginSubject of(String email) {
        byte[] key = email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(key));
        return new LoginSubject(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException("every Java has SHA-256", problem);
        }
    }
}
