package chat.waddle.server.admin;

import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.ids.WaddleId;
import chat.waddle.monitor.Forecast;
import chat.waddle.monitor.ShardReport;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A shard as operators see it: the five sizes, where they lead, its schema and its health.
///
/// `usedPercent` is the part of the limit in use; `growthBytesPerDay` and `daysToFull` are null while too little is
/// known, `daysToFull` also where it does not grow. `step` is what the size asks for.
public record ShardJson(
        String id,
        WaddleId waddleId,
        @Nullable String waddleName,
        String state,
        String reason,
        long usedBytes,
        long freeBytes,
        long walBytes,
        long fileBytes,
        long attachmentBytes,
        long messageCount,
        long limitBytes,
        double usedPercent,
        String step,
        @Nullable Long growthBytesPerDay,
        @Nullable Double daysToFull,
        int schemaVersion,
        String migration,
        String migrationDetail,
        @Nullable Instant migratedAt,
        @Nullable Instant measuredAt,
        @Nullable Instant checkedAt,
        Instant createdAt) {
    public static ShardJson of(ShardReport report, @Nullable String waddleName, long limitBytes) {
        ShardRecord shard = report.shard();
        return new ShardJson(
                shard.shard().value(),
                shard.waddle(),
                waddleName,
                shard.state().name().toLowerCase(Locale.ROOT),
                shard.reason(),
                shard.usedBytes(),
                shard.freeBytes(),
                shard.walBytes(),
                shard.fileBytes(),
                shard.attachmentBytes(),
                shard.messageCount(),
                limitBytes,
                rounded(report.percent()),
                report.step().label(),
                report.forecast() instanceof Forecast.TooEarly
                        ? null
                        : Long.valueOf(Math.round(report.growth().bytesPerDay())),
                daysToFull(report.forecast()),
                shard.schemaVersion(),
                shard.migration().name().toLowerCase(Locale.ROOT),
                shard.migrationDetail(),
                shard.migratedAt(),
                shard.measuredAt(),
                shard.checkedAt(),
                shard.createdAt());
    }

    private static @Nullable Double daysToFull(Forecast forecast) {
        return switch (forecast) {
            case Forecast.TooEarly _, Forecast.NotGrowing _ -> null;
            case Forecast.FullAfter full -> rounded(full.days());
        };
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
