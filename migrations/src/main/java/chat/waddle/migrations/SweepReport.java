package chat.waddle.migrations;

import java.time.Duration;
import java.util.List;

/// What a sweep did.
///
/// @param targetVersion the version every shard should have now
/// @param skipped shards recorded as current and therefore not opened
/// @param current shards opened and found current
/// @param migrated shards brought to the target
/// @param failed shards that failed
/// @param failures the failures, at most the first 1,000 of them
public record SweepReport(
        int targetVersion,
        SweepEnding ending,
        long skipped,
        long current,
        long migrated,
        long failed,
        List<SweepFailure> failures,
        Duration elapsed) {
    public SweepReport {
        failures = List.copyOf(failures);
    }

    /// Whether every shard is at the target now, as far as the directory and the sweep know.
    public boolean isComplete() {
        return ending instanceof SweepEnding.Completed && failed == 0;
    }
}
