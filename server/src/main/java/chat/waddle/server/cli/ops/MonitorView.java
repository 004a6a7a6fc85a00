package chat.waddle.server.cli.ops;

import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.ids.WaddleId;
import chat.waddle.monitor.DiskReport;
import chat.waddle.monitor.Forecast;
import chat.waddle.monitor.ShardReport;
import chat.waddle.monitor.TickReport;
import chat.waddle.server.admin.ShardJson;
import chat.waddle.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A round of the monitor as a table for people or as JSON for programs.
final class MonitorView {
    private static final int SHOWN = 50;
    private static final Comparator<ShardReport> WORST_FIRST = Comparator.comparing(ShardReport::wantsAttention)
            .thenComparingDouble(ShardReport::percent)
            .reversed();

    private final WaddleCatalogue catalogue;
    private final long limitBytes;

    MonitorView(WaddleCatalogue catalogue, long limitBytes) {
        this.catalogue = catalogue;
        this.limitBytes = limitBytes;
    }

    /// One round on the wire.
    record RoundJson(
            String at,
            long tookMillis,
            boolean fine,
            long shardCount,
            long measured,
            long opened,
            long deferred,
            long overAMark,
            long outOfService,
            long checked,
            long erased,
            long failed,
            DiskReport disk,
            List<ShardJson> shards) {}

    String json(TickReport tick, List<ShardReport> shards) {
        Map<WaddleId, Waddle> waddles = waddles(shards);
        List<ShardJson> rows = shards.stream()
                .map(report -> ShardJson.of(report, name(waddles, report), limitBytes))
                .toList();
        RoundJson round = new RoundJson(
                tick.at().toString(),
                tick.took().toMillis(),
                tick.isFine(),
                tick.shards(),
                tick.measured(),
                tick.opened(),
                tick.deferred(),
                tick.overAMark(),
                tick.outOfService(),
                tick.checked(),
                tick.erased(),
                tick.failed(),
                tick.disk(),
                rows);
        return new String(Json.bytes(round), StandardCharsets.UTF_8);
    }

    /// The worst and largest first.
    List<String> table(TickReport tick, List<ShardReport> shards, boolean all) {
        List<ShardReport> sorted = shards.stream().sorted(WORST_FIRST).toList();
        int wanted = (int) sorted.stream().filter(ShardReport::wantsAttention).count();
        List<ShardReport> shown = all ? sorted : sorted.subList(0, Math.min(sorted.size(), Math.max(SHOWN, wanted)));
        Map<WaddleId, Waddle> waddles = waddles(shown);
        TextTable table = new TextTable(
                "shard",
                "waddle",
                "used",
                "free",
                "wal",
                "file",
                "attachments",
                "limit",
                "growth/day",
                "full in",
                "state");
        shown.forEach(report -> row(table, report, name(waddles, report)));
        List<String> lines = new ArrayList<>(table.lines());
        if (shown.size() < sorted.size()) {
            lines.add("… and " + (sorted.size() - shown.size()) + " smaller ones that are fine (--all shows them)");
        }
        lines.add(summary(tick));
        return lines;
    }

    private static void row(TextTable table, ShardReport report, @Nullable String name) {
        ShardRecord shard = report.shard();
        table.row(
                shard.shard().value(),
                name == null ? "?" : name,
                TextTable.bytes(shard.usedBytes()),
                TextTable.bytes(shard.freeBytes()),
                TextTable.bytes(shard.walBytes()),
                TextTable.bytes(shard.fileBytes()),
                TextTable.bytes(shard.attachmentBytes()),
                String.format(Locale.ROOT, "%.1f %%", report.percent()),
                report.forecast() instanceof Forecast.TooEarly
                        ? "?"
                        : TextTable.bytes(report.growth().bytesPerDay()),
                fullIn(report.forecast()),
                report.isOutOfService()
                        ? "out of service: " + shard.reason()
                        : report.step().label());
    }

    private static String fullIn(Forecast forecast) {
        return switch (forecast) {
            case Forecast.TooEarly _ -> "?";
            case Forecast.NotGrowing _ -> "-";
            case Forecast.FullAfter full -> String.format(Locale.ROOT, "%.1f d", full.days());
        };
    }

    private static String summary(TickReport tick) {
        return String.format(
                Locale.ROOT,
                "%d shards in %d ms: %d measured (%d opened), %d left for later, %d over a mark, %d out of service, %d parts failed; disk %s free%s",
                tick.shards(),
                tick.took().toMillis(),
                tick.measured(),
                tick.opened(),
                tick.deferred(),
                tick.overAMark(),
                tick.outOfService(),
                tick.failed(),
                TextTable.bytes(tick.disk().freeBytes()),
                tick.disk().isLow() ? " (too little)" : "");
    }

    private Map<WaddleId, Waddle> waddles(List<ShardReport> reports) {
        return catalogue.findAll(
                reports.stream().map(report -> report.shard().waddle()).toList());
    }

    private static @Nullable String name(Map<WaddleId, Waddle> waddles, ShardReport report) {
        Waddle waddle = waddles.get(report.shard().waddle());
        return waddle == null ? null : waddle.name();
    }
}
