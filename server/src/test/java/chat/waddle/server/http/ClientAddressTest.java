package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose word on a client's address is believed.
class ClientAddressTest extends OnBothPaths {
    private static final Route WHO = Route.get("/who", "who", Access.PUBLIC, RateLimit.NONE, exchange -> {
        byte[] address = exchange.clientAddress().getBytes(StandardCharsets.US_ASCII);
        exchange.bytes(200, "text/plain", address, 0, address.length);
    });

    @Test
    void aStrangerCannotChooseItsAddress() {
        try (ServerUnderTest server = new ServerUnderTest(WHO)) {
            assertThat(server.get("/api/v1/who", "X-Forwarded-For", "1.2.3.4").body())
                    .isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aTrustedProxyIsBelieved() {
        HttpSettings settings = HttpSettings.local().withTrustedProxies(List.of("127.0.0.0/8"));
        try (ServerUnderTest server = new ServerUnderTest(settings, HttpParts.none(), WHO)) {
            assertThat(server.get("/api/v1/who", "X-Forwarded-For", "1.2.3.4").body())
                    .isEqualTo("1.2.3.4");
            assertThat(server.get("/api/v1/who").body()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void aProxyMayAddALineOfItsOwnBehindTheClientsInventions() {
        HttpSettings settings = HttpSettings.local().withTrustedProxies(List.of("127.0.0.0/8"));
        try (ServerUnderTest server = new ServerUnderTest(settings, HttpParts.none(), WHO)) {
            String invented = "9.9.9.9";
            assertThat(server.get("/api/v1/who", "X-Forwarded-For", invented, "X-Forwarded-For", "1.2.3.4")
                            .body())
                    .isEqualTo("1.2.3.4");
        }
    }

    @Test
    void manyInventedHopsDoNotHideTheClient() {
        TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8"));
        assertThat(proxies.client("10.0.0.1", "9.9.9.9, ".repeat(500) + "1.2.3.4"))
                .isEqualTo("1.2.3.4");
    }

    @Test
    void anIpv6ClientIsCountedByTheBlockItChoosesItsAddressesFrom() {
        assertThat(AddressBlock.of("2001:db8:0:1::1")).isEqualTo(AddressBlock.of("2001:db8:0:1:ffff::2"));
        assertThat(AddressBlock.of("2001:db8:0:1::1")).isNotEqualTo(AddressBlock.of("2001:db8:0:2::1"));
        assertThat(AddressBlock.of("10.0.0.1")).isNotEqualTo(AddressBlock.of("10.0.0.2"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, '9.9.9.9, 1.2.3.4', 1.2.3.4",
        "10.0.0.1, '9.9.9.9, 1.2.3.4, 10.2.0.1', 1.2.3.4",
        "10.0.0.1, '10.0.0.9', 10.0.0.9",
        "10.0.0.1, 'nonsense', 10.0.0.1",
        "10.0.0.1, '1.2.3.4, nonsense', 10.0.0.1",
        "10.0.0.1, '2001:db8::1', 2001:db8:0:0:0:0:0:1",
        "11.0.0.1, '1.2.3.4', 11.0.0.1",
        "10.0.0.1, , 10.0.0.1"
    })
    void theLastUntrustedHopIsTheClient(String remote, @Nullable String forwarded, String client) {
        TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8"));
        assertThat(proxies.client(remote, forwarded)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "", "300.1.1.1"})
    void whatIsNoRangeIsNotAccepted(String entry) {
        assertThatThrownBy(() -> HttpSettings.local().withTrustedProxies(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an address");
    }
}
