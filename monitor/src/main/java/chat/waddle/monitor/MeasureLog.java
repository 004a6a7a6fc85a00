package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardMeasure;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.Shards;
import chat.waddle.shard.ShardFigures;
import chat.waddle.sqlite.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells the directory what was measured, many shards in one commit, and only what is new to it.
///
/// A point of growth is written at most once in a while per shard, and only for a shard that was measured. Used by the
/// thread that ticks.
final class MeasureLog {
    private final Shards directory;
    private final Duration pointEvery;
    private final Map<ShardId, Instant> lastPoints = new HashMap<>();
    private final List<ShardMeasure> points = new ArrayList<>();
    private final List<ShardMeasure> figures = new ArrayList<>();

    MeasureLog(Shards directory, Duration pointEvery) {
        this.directory = directory;
        this.pointEvery = pointEvery;
    }

    /// @return whether it becomes a point of the shard's growth
    boolean add(ShardRecord known, ShardFigures measured, Instant now) {
        ShardMeasure measure =
                new ShardMeasure(known.shard(), measured.sizes(), measured.messageCount(), measured.seq());
        Instant last = lastPoints.get(known.shard());
        if (last == null || !now.isBefore(last.plus(pointEvery))) {
            lastPoints.put(known.shard(), now);
            points.add(measure);
            flush(points, Shards.BATCH_LIMIT, true);
            return true;
        }
        if (known.measuredAt() == null || differs(known, measured)) {
            figures.add(measure);
            flush(figures, Shards.BATCH_LIMIT, false);
        }
        return false;
    }

    private static boolean differs(ShardRecord known, ShardFigures measured) {
        Sizes sizes = measured.sizes();
        return known.usedBytes() != sizes.usedBytes()
                || known.freeBytes() != sizes.freeBytes()
                || known.walBytes() != sizes.walBytes()
                || known.fileBytes() != sizes.fileBytes()
                || known.attachmentBytes() != sizes.attachmentBytes()
                || known.messageCount() != measured.messageCount()
                || known.lastSeq() != measured.seq();
    }

    void flush() {
        flush(points, 1, true);
        flush(figures, 1, false);
    }

    private void flush(List<ShardMeasure> measures, int atLeast, boolean asPoints) {
        if (measures.size() >= atLeast) {
            List<ShardMeasure> batch = List.copyOf(measures);
            measures.clear();
            int _ = directory.measured(batch, asPoints);
        }
    }
}
