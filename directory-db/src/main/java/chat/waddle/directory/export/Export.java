package chat.waddle.directory.export;

import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A copy of everything that is an account's, asked for by it.
///
/// @param expiresAt when the content goes; null while there is none
public record Export(
        long id,
        UserId user,
        ExportState state,
        int progressPercent,
        long sizeBytes,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {}
