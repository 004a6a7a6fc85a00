package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;

/// What one tick says of one shard.
///
/// @param shard the figures, fresh where the file may have changed
/// @param percent the part of the limit in use
public record ShardReport(ShardRecord shard, double percent, Growth growth, Forecast forecast, Step step) {
    public boolean isOutOfService() {
        return shard.state() == ShardState.QUARANTINED;
    }

    /// Whether somebody should look at it.
    public boolean wantsAttention() {
        return isOutOfService() || step.isOverAMark();
    }
}
