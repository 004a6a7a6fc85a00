package chat.waddle.server.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names the networks that requests come from without telling which they are, so that sign-ins and audit lines from
/// one place can be seen to belong together and no address is kept.
///
/// The name is a keyed hash (HMAC-SHA-256, cut to 128 bits) of the /24 network of an IPv4 address or the /48 of an IPv6
/// address. Without the key, going through all networks would find the address. Thread-safe.
public final class AddressPseudonyms {
    private static final String FILE = "pseudonym.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 16;
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private final SecretKeySpec key;

    /// @param key 32 random bytes; names made with different keys have nothing in common
    public AddressPseudonyms(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key of pseudonyms has 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// With the key that the data directory keeps; it is made where there is none. Deleting the file forgets for good
    /// which network a name stands for.
    public static AddressPseudonyms keptIn(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new AddressPseudonyms(Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read or make " + FILE, problem);
        }
    }

    /// Written aside and renamed, so that a crash leaves no half key.
    private static void make(Path file) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Path aside = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(aside, fresh);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The name of an address' network: 32 hexadecimal digits.
    ///
    /// @param address in numbers, as [chat.waddle.server.http.Exchange#clientAddress] gives it
    public String of(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(network(address));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException("every Java has " + ALGORITHM, problem);
        }
    }

    private static byte[] network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return Arrays.copyOf(parsed.getAddress(), parsed instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES);
        } catch (IllegalArgumentException _) {
            return address.getBytes(StandardCharsets.UTF_8); // no address that has a network
        }
    }
}
