package chat.waddle.directory.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class IpPseudonymTest {
    private static final byte[] KEY = new byte[32];
    private final IpPseudonym pseudonym = new IpPseudonym(KEY);

    private String of(String address) throws UnknownHostException {
        return pseudonym.of(InetAddress.getByName(address));
    }

    @Test
    void oneNetworkHasOnePseudonymAndAnotherHasAnother() throws UnknownHostException {
        assertThat(of("192.0.2.1")).hasSize(16).isEqualTo(of("192.0.2.250")).isNotEqualTo(of("192.0.3.1"));
        assertThat(of("2001:db8:1::1")).isEqualTo(of("2001:db8:1:ffff::9")).isNotEqualTo(of("2001:db8:2::1"));
    }

    @Test
    void anotherKeyGivesAnotherPseudonym() throws UnknownHostException {
        byte[] other = KEY.clone();
        Arrays.fill(other, (byte) 1);

        assertThat(new IpPseudonym(other).of(InetAddress.getByName("192.0.2.1")))
                .isNotEqualTo(of("192.0.2.1"));
        assertThatThrownBy(() -> new IpPseudonym(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
