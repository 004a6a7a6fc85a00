package chat.waddle.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.RateRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Command line over environment over `waddle.yaml` over default.
class SettingLayersTest {
    @TempDir
    private Path data = Path.of("");

    @Test
    void withoutAnySettingTheDefaultsHold() throws IOException {
        ServerConfig config = config("", Map.of());
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.http().host()).isEqualTo("127.0.0.1");
        assertThat(config.http().rateLimits()).isTrue();
        assertThat(config.shardLimitBytes()).isEqualTo(10_000_000_000L);
        assertThat(config.hotDays()).isEmpty();
        assertThat(config.log()).isEqualTo(LogFormat.TEXT);
    }

    @Test
    void eachLayerCoversTheOneBelow() throws IOException {
        String file = "port: 1001\nhost: 127.0.0.2\nshard-limit-bytes: 5MB\n";
        Map<String, String> environment = Map.of("WADDLE_PORT", "1002", "WADDLE_SHARD_LIMIT_BYTES", "6MB");
        ServerConfig config = config(file, environment, "--port", "1003");
        assertThat(config.http().host()).isEqualTo("127.0.0.2");
        assertThat(config.shardLimitBytes()).isEqualTo(6_000_000);
        assertThat(config.http().port()).isEqualTo(1003);
    }

    @Test
    void everySettingHasAPlaceInTheFile() throws IOException {
        ServerConfig config = config("""
                rateLimits: off
                store: file:/srv/waddle-objects
                hotDays: 30
                publicUrl: https://chat.example.org
                trustedProxies: [10.0.0.0/8, 127.0.0.1]
                allowedOrigins: https://a.example.org,https://b.example.org
                metricsPort: 9100
                log: json
                """, Map.of());
        assertThat(config.http().rateLimits()).isFalse();
        assertThat(config.store().map(Object::toString)).contains("file:/srv/waddle-objects");
        assertThat(config.hotDays()).hasValue(30);
        assertThat(config.publicUrl().map(Object::toString)).contains("https://chat.example.org");
        assertThat(config.http().trustedProxies()).containsExactly("10.0.0.0/8", "127.0.0.1");
        assertThat(config.http().allowedOrigins()).containsExactly("https://a.example.org", "https://b.example.org");
        assertThat(config.metricsPort()).hasValue(9100);
        assertThat(config.log()).isEqualTo(LogFormat.JSON);
    }

    @Test
    void singleRateLimitsAreLayeredOneByOne() throws IOException {
        ServerConfig config = config(
                "rateLimits: {messages: 1/1s, search: 1/1s, reads: 1/1s, bad-token: 7/2m}\n",
                Map.of("WADDLE_RATE_LIMITS_SEARCH", "2/1s", "WADDLE_RATE_LIMITS_READS", "2/1s"),
                "--rate-limit",
                "reads=3/1s");
        assertThat(config.http().rateOverrides())
                .containsEntry(RateLimit.MESSAGES, new RateRule(1, Duration.ofSeconds(1)))
                .containsEntry(RateLimit.SEARCH, new RateRule(2, Duration.ofSeconds(1)))
                .containsEntry(RateLimit.READS, new RateRule(3, Duration.ofSeconds(1)))
                .containsEntry(RateLimit.BAD_TOKEN, new RateRule(7, Duration.ofMinutes(2)))
                .hasSize(4);
        assertThat(config.http().rateLimits()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot: 1 | unknown key 'prot'; did you mean 'port'",
                "shardLimitByte: 1 | did you mean 'shard-limit-bytes'",
                "rateLimits: {mesages: 1/1s} | did you mean 'messages'",
                "rateLimits: {messages: often} | write it like 100/10s",
                "rateLimits: maybe | either on or off",
                "log: xml | either text or json",
                "shard-limit-bytes: lots | not a size",
                "shard-limit-bytes: 5 | at least",
                "store: s3://bucket/prefix | store must be file:",
                "attachment-limit-bytes: 0 | attachment-limit-bytes must lie",
                "hot-days: 0 | at least 1",
                "allowedOrigins: '*' | not an origin",
                "trustedProxies: everyone | not an address",
                "port: 70000 | between 0 and 65535",
                "port: {a: 1} | plain value",
                "data: elsewhere | cannot be set here",
                "'[1]' | key: value"
            })
    void aSettingThatCannotBeUsedIsNamed(String line, String message) {
        assertThatThrownBy(() -> config(line + "\n", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThatThrownBy(() -> config("port: 1\nport: 2\n", Map.of())).isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5KB, 5000", "5 GiB, 5368709120", "10_000, 10000"})
    void sizesAreRead(String text, long bytes) {
        assertThat(Quantities.bytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "10", "10 weeks", "-1s", "1.5s"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> Quantities.duration(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a duration");
    }

    private ServerConfig config(String file, Map<String, String> environment, String... arguments) throws IOException {
        Files.writeString(data.resolve(SettingsFile.NAME), file);
        LayeredDefaults defaults = new LayeredDefaults(environment, SettingsFile.read(data, LayeredDefaults.options()));
        ServerOptions options = new ServerOptions();
        new CommandLine(options).setDefaultValueProvider(defaults).parseArgs(arguments);
        return options.config(defaults);
    }
}
