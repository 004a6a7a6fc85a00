package chat.waddle.directory.waddle;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Something a community may have switched on.
public enum Feature {
    VOICE,
    LIVESTREAM,
    AI;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Feature> of(String wireName) {
        return Arrays.stream(values())
                .filter(feature -> feature.wireName().equals(wireName))
                .findFirst();
    }

    static String json(Collection<Feature> features) {
        return features.stream()
                .sorted()
                .distinct()
                .map(feature -> '"' + feature.wireName() + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    /// Reads what [#json] wrote; a feature this program does not know is left out.
    static Set<Feature> parse(String json) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : values()) {
            if (json.contains('"' + feature.wireName() + '"')) {
                features.add(feature);
            }
        }
        return features;
    }
}
