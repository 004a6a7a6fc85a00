package chat.waddle.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reverse proxies whose word on the client's address is believed. Immutable.
///
/// `X-Forwarded-For` is read from the right: the address after the last trusted one is the client, whatever further
/// left a client may have made up.
final class TrustedProxies {
    private final List<Range> ranges;

    TrustedProxies(List<String> entries) {
        this.ranges = entries.stream().map(Range::parse).toList();
    }

    /// Throws `IllegalArgumentException` naming the entry that is no address and no CIDR range.
    static void check(List<String> entries) {
        entries.forEach(Range::parse);
    }

    /// The address of the client behind a request's connection.
    String client(Wire wire) {
        if (ranges.isEmpty()) {
            return wire.remoteAddress();
        }
        // A proxy may add a line instead of lengthening one: together the lines are one list.
        List<String> lines = wire.headers("X-Forwarded-For");
        return client(wire.remoteAddress(), lines.isEmpty() ? null : String.join(",", lines));
    }

    /// The address of the client behind this connection.
    String client(String remoteAddress, @Nullable String forwardedFor) {
        if (ranges.isEmpty() || forwardedFor == null || !trusts(remoteAddress)) {
            return remoteAddress;
        }
        String client = remoteAddress;
        for (int end = forwardedFor.length(); end >= 0; ) {
            int comma = forwardedFor.lastIndexOf(',', end - 1);
            byte[] bytes = literal(forwardedFor.substring(comma + 1, end).strip());
            end = comma;
            if (bytes == null) {
                return client;
            }
            client = text(bytes);
            if (!contains(bytes)) {
                return client;
            }
        }
        return client;
    }

    private boolean trusts(String address) {
        byte[] bytes = literal(address);
        return bytes != null && contains(bytes);
    }

    private boolean contains(byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /// The bytes of an address written as numbers, or null; never asks a name server.
    private static byte @Nullable [] literal(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (bare.isEmpty() || !bare.chars().allMatch(character -> "0123456789abcdefABCDEF:.".indexOf(character) >= 0)) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(bare).getAddress();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException problem) {
            throw new IllegalStateException("an address has 4 or 16 bytes", problem);
        }
    }

    private static final class Range {
        private final byte[] network;
        private final int bits;

        Range(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        static Range parse(String entry) {
            int slash = entry.indexOf('/');
            byte[] network = literal(slash < 0 ? entry : entry.substring(0, slash));
            if (network == null) {
                throw wrong(entry);
            }
            int most = network.length * 8;
            try {
                int bits = slash < 0 ? most : Integer.parseInt(entry.substring(slash + 1));
                if (bits >= 0 && bits <= most) {
                    return new Range(network, bits);
                }
            } catch (NumberFormatException _) {
                throw wrong(entry);
            }
            throw wrong(entry);
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static IllegalArgumentException wrong(String entry) {
            return new IllegalArgumentException(
                    "'" + entry + "' is not an address or range such as 10.0.0.0/8; give trusted-proxies as numbers");
        }
    }
}
