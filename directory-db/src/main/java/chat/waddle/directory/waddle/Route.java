package chat.waddle.directory.waddle;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;

/// Where a community's requests go.
///
/// @param quarantined the shard is out of service
public record Route(
        WaddleId waddle, ShardId shard, WaddleState state, UserId owner, boolean isPublic, boolean quarantined) {
    /// True when its content may be read and changed.
    public boolean serving() {
        return state == WaddleState.ACTIVE && !quarantined;
    }
}
