package chat.waddle.directory.erasure;

import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One account being taken out of all files, or the record that it was.
///
/// @param requestedBy the account itself, or an operator; the system's 0 for one that a restored file had forgotten
/// @param nextShard files with ids up to this one have been asked
/// @param receipt a JSON object, empty until it is done
public record Erasure(
        long id,
        UserId user,
        ErasureMode mode,
        ErasureState state,
        UserId requestedBy,
        Instant requestedAt,
        String nextShard,
        int shardsSeen,
        @Nullable Instant finishedAt,
        String receipt) {}
