package chat.waddle.server.admin;

import chat.waddle.directory.shard.SizeAt;
import java.time.Instant;
import java.util.List;

/// A shard with the points of its growth, oldest first.
public record ShardDetailJson(ShardJson shard, List<Point> growth) {
    public ShardDetailJson {
        growth = List.copyOf(growth);
    }

    /// How large it was at one time.
    public record Point(Instant at, long usedBytes, long fileBytes, long attachmentBytes, long messageCount) {
        static Point of(SizeAt size) {
            return new Point(
                    size.at(), size.usedBytes(), size.fileBytes(), size.attachmentBytes(), size.messageCount());
        }
    }
}
