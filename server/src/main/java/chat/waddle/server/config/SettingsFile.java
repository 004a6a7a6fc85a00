package chat.waddle.server.config;

import chat.waddle.server.http.RateLimit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `waddle.yaml` of a data directory, as option names and texts. Immutable.
///
/// Keys are the options' names, in kebab-case or camelCase; `rateLimits` is `on`, `off`, or a map of single limits.
public final class SettingsFile {
    public static final String NAME = "waddle.yaml";
    private static final String DATA = "data";
    private static final String RATE_LIMITS = "rate-limits";

    private final Map<String, String> values;
    private final Map<String, String> rates;

    private SettingsFile(Map<String, String> values, Map<String, String> rates) {
        this.values = Map.copyOf(values);
        this.rates = Map.copyOf(rates);
    }

    /// Reads the file; a missing one is empty. Throws [ConfigException] on any key that is not an option.
    public static SettingsFile read(Path dataDirectory, Set<String> options) {
        Path file = dataDirectory.resolve(NAME);
        if (!Files.exists(file)) {
            return new SettingsFile(Map.of(), Map.of());
        }
        JsonNode tree = tree(file);
        if (tree.isMissingNode() || tree.isNull()) {
            return new SettingsFile(Map.of(), Map.of());
        }
        if (!tree.isObject()) {
            throw new ConfigException(NAME + ": write one 'key: value' on each line");
        }
        Map<String, String> values = new HashMap<>();
        Map<String, String> rates = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            String option = kebab(entry.getKey());
            if (option.equals(DATA)) {
                throw new ConfigException(
                        NAME + ": '" + entry.getKey() + "' cannot be set here, in the folder that it names");
            }
            if (!options.contains(option)) {
                throw unknown(entry.getKey(), option, options);
            }
            if (option.equals(RATE_LIMITS) && entry.getValue().isObject()) {
                entry.getValue().properties().forEach(rate -> rates.put(rateName(rate.getKey()), text(rate)));
            } else {
                values.put(option, text(entry));
            }
        }
        return new SettingsFile(values, rates);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /// The single rate limits, by their labels.
    Map<String, String> rates() {
        return rates;
    }

    private static JsonNode tree(Path file) {
        ObjectMapper mapper = new ObjectMapper(YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        try {
            return mapper.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException problem) {
            throw new ConfigException(NAME + ", line " + problem.getLocation().getLineNr() + ": this is not YAML, or a"
                    + " key stands twice");
        } catch (IOException problem) {
            throw new ConfigException(NAME + " cannot be read: " + problem.getMessage());
        }
    }

    private static String text(Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue();
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.asText()));
            return String.join(",", items);
        }
        if (value.isObject() || value.isNull()) {
            throw new ConfigException(NAME + ": '" + entry.getKey() + "' needs a plain value");
        }
        // YAML reads a bare on or off as a boolean.
        return value.isBoolean() ? (value.booleanValue() ? "on" : "off") : value.asText();
    }

    private static String rateName(String key) {
        String label = kebab(key).replace('-', '_');
        List<String> labels =
                Arrays.stream(RateLimit.values()).map(RateLimit::label).toList();
        if (!labels.contains(label)) {
            throw new ConfigException(
                    NAME + ": there is no rate limit '" + key + "'; did you mean '" + Nearest.to(label, labels) + "'?");
        }
        return label;
    }

    private static String kebab(String key) {
        return key.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static ConfigException unknown(String key, String option, Set<String> options) {
        return new ConfigException(
                NAME + ": unknown key '" + key + "'; did you mean '" + Nearest.to(option, options) + "'?");
    }
}
