package chat.waddle.directory.waddle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// New values for parts of a community's entry: null leaves a part as it is, empty text takes a picture away.
///
/// @param isVerified only operators may set it; the caller sees to that
public record WaddlePatch(
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String iconUrl,
        @Nullable String bannerUrl,
        @Nullable Boolean isPublic,
        @Nullable List<Feature> features,
        @Nullable Boolean isVerified) {}
