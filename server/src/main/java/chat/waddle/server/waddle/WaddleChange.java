package chat.waddle.server.waddle;

import chat.waddle.directory.waddle.Feature;
import chat.waddle.directory.waddle.WaddlePatch;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.FieldChecks;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the wire's "left out, null or a value" into the directory's "null or a text, empty to clear".
final class WaddleChange {
    private static final String CLEAR = "";

    private WaddleChange() {}

    static WaddlePatch of(WaddleRequests.PatchWaddle body) {
        return new WaddlePatch(
                body.displayName(),
                text(body.description()),
                text(body.iconUrl()),
                text(body.bannerUrl()),
                body.isPublic(),
                features(body.features()),
                null);
    }

    /// True when nothing but perhaps the name would change.
    static boolean isEmpty(WaddlePatch patch) {
        return patch.equals(new WaddlePatch(null, null, null, null, null, null, null));
    }

    private static @Nullable String text(Change<String> change) {
        return switch (change) {
            case Change.Keep<String> _ -> null;
            case Change.To<String>(var value) -> Objects.requireNonNullElse(value, CLEAR);
        };
    }

    private static @Nullable List<Feature> features(@Nullable List<String> names) {
        if (names == null) {
            return null;
        }
        List<Feature> known = names.stream()
                .filter(Objects::nonNull)
                .map(Feature::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        new FieldChecks()
                .that(
                        known.size() == names.size(),
                        "features",
                        "unknown_feature",
                        "May be voice, livestream and ai, each once.")
                .orThrow();
        return known;
    }
}
