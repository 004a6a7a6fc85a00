package chat.waddle.shard;

import chat.waddle.ids.WaddleId;
import java.nio.file.Path;
import java.util.Optional;

/// Knows where waddles live; the directory, seen from here.
@FunctionalInterface
public interface ShardPlaces {
    /// @return empty when there is no such waddle, or it does not serve
    Optional<Place> placeOf(WaddleId waddle);

    /// Where a waddle's file is and what it must be.
    ///
    /// @param fileId the id that stands in the file
    /// @param highWaterMark the sequence the file is known to have reached
    record Place(String fileId, Path path, long highWaterMark) {}
}
