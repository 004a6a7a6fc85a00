package chat.waddle.monitor;

import java.time.Duration;
import java.time.Instant;

/// What one tick did and found.
///
/// @param shards all shards of the directory
/// @param measured shards measured anew
/// @param opened closed shards that were opened for it
/// @param deferred shards left for the next tick, because the budget was used up or they were busy
/// @param overAMark shards over a mark of the ladder
/// @param outOfService shards that do not serve
/// @param checked shards checked
/// @param erased messages erased for good
/// @param failed parts that could not be done: of shards, or of the round as a whole
/// @param disk how the disk stands
public record TickReport(
        Instant at,
        Duration took,
        long shards,
        long measured,
        long opened,
        long deferred,
        long overAMark,
        long outOfService,
        long checked,
        long erased,
        long failed,
        DiskReport disk) {
    /// Whether nothing wants attention.
    public boolean isFine() {
        return overAMark == 0 && failed == 0 && outOfService == 0 && !disk.isLow();
    }
}
