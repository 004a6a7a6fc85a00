package chat.waddle.directory.secret;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns the network of an address into a pseudonym: the same network gives the same one, nobody without the key
/// finds out which it was.
///
/// A network is the first 24 bits of an IPv4 and the first 48 of an IPv6 address. Thread-safe.
public final class IpPseudonym {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int PSEUDONYM_BYTES = 12;

    private final SecretKeySpec key;

    /// Takes a key of at least 32 random bytes, which must stay the same for pseudonyms to be comparable.
    public IpPseudonym(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("the key must have at least " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// 16 characters of base64url.
    public String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] network = Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(network);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, PSEUDONYM_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
