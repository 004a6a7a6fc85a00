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
/// What could not be told is measured again in the next tick. A point of growth is written at most once in a while per
/// shard, and only for a shard that was measured. Used by the
/// thread that ticks.
final class MeasureLog {
    private final Shards directory;
    private final ChangedShards changes;
    private final Duration pointEvery;
    private final Map<ShardId, Instant> lastPoints = new HashMap<>();
    private final List<ShardMeasure> points = new ArrayList<>();
    private final List<ShardMeasure> figures = new ArrayList<>();

    MeasureLog(Shards directory, ChangedShards changes, Duration pointEvery) {
        this.directory = directory;
        this.changes = changes;
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
            return true;
        }
        if (known.measuredAt() == null || differs(known, measured)) {
            figures.add(measure);
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

    /// Call it at least once for each [Shards#BATCH_LIMIT] measures that were added.
    void flush() {
        try {
            tell(points, true);
            tell(figures, false);
        } finally {
            points.forEach(this::again);
            figures.forEach(this::again);
            points.clear();
            figures.clear();
        }
    }

    private void tell(List<ShardMeasure> measures, boolean asPoints) {
        if (!measures.isEmpty()) {
            int _ = directory.measured(List.copyOf(measures), asPoints);
            measures.clear();
        }
    }

    private void again(ShardMeasure untold) {
        changes.putBack(untold.shard().value());
        lastPoints.remove(untold.shard());
    }
}
