package chat.waddle.server.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// What one connection of a client usually has to itself: an IPv4 address, or the first 64 bits of an IPv6 address.
///
/// Limits count by it: within its 64 bits a client may choose any IPv6 address it likes.
record AddressBlock(long prefix) {
    /// The block of an address in numbers; a text that is no IPv6 address stands for itself.
    static Object of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address wide
                    ? new AddressBlock(ByteBuffer.wrap(wide.getAddress()).getLong())
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
