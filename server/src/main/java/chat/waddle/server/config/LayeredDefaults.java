package chat.waddle.server.config;

import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.RateRule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Where a setting comes from when the command line is silent: the environment, then `waddle.yaml`, then the default.
public final class LayeredDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "WADDLE_";
    private static final String RATES = PREFIX + "RATE_LIMITS_";

    private final Map<String, String> environment;
    private final SettingsFile file;
    private final Set<String> settings;

    public LayeredDefaults(Map<String, String> environment, SettingsFile file) {
        this.environment = Map.copyOf(environment);
        this.file = file;
        this.settings = options();
    }

    /// The names of all settings, without the leading dashes.
    public static Set<String> options() {
        return CommandSpec.forAnnotatedObject(new ServerOptions()).options().stream()
                .map(option -> option.longestName().substring(2))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName().replaceFirst("^--", "");
        if (!settings.contains(name)) {
            return null;
        }
        String fromEnvironment =
                environment.get(PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_'));
        return fromEnvironment != null ? fromEnvironment : file.value(name).orElse(null);
    }

    /// The single rate limits set below the command line.
    Map<RateLimit, RateRule> rates() {
        Map<RateLimit, RateRule> rates = new EnumMap<>(RateLimit.class);
        file.rates().forEach((label, rule) -> rates.put(limit(label), Quantities.rate(rule)));
        environment.forEach((name, rule) -> {
            if (name.startsWith(RATES)) {
                rates.put(limit(name.substring(RATES.length())), Quantities.rate(rule));
            }
        });
        return rates;
    }

    static RateLimit limit(String label) {
        String wanted = label.toLowerCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(RateLimit.values())
                .filter(limit -> limit.label().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ConfigException("There is no rate limit '" + label + "'; did you mean '"
                        + Nearest.to(
                                wanted,
                                Arrays.stream(RateLimit.values())
                                        .map(RateLimit::label)
                                        .toList())
                        + "'?"));
    }
}
