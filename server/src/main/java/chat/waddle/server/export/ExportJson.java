package chat.waddle.server.export;

import chat.waddle.directory.export.Export;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A copy as its owner sees it.
record ExportJson(
        String id,
        String state,
        double progress,
        long sizeBytes,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {
    static ExportJson of(Export export) {
        return new ExportJson(
                Long.toString(export.id()),
                export.state().code(),
                export.progressPercent() / 100.0,
                export.sizeBytes(),
                export.requestedAt(),
                export.finishedAt(),
                export.expiresAt());
    }
}
