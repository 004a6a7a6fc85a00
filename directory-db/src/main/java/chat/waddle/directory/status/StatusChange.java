package chat.waddle.directory.status;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A new status, which replaces the whole of the one before.
///
/// @param emoji one, or a short name such as `:coffee:`
/// @param expiresAt when it clears itself; at most one of this and `expiresIn` is given
/// @param expiresIn the same, counted from when it is set
public record StatusChange(
        @Nullable String emoji,
        @Nullable String text,
        boolean doNotDisturb,
        @Nullable Instant expiresAt,
        @Nullable Duration expiresIn) {}
