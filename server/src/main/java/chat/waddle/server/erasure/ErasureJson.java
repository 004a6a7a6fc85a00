package chat.waddle.server.erasure;

import chat.waddle.directory.erasure.ErasedShard;
import chat.waddle.directory.erasure.Erasure;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An erasure as operators see it. `shards` are the files that knew something of the account; `receipt` comes with the
/// end.
record ErasureJson(
        String id,
        String userId,
        String messages,
        String state,
        String requestedBy,
        Instant requestedAt,
        int shardsAsked,
        @Nullable Instant finishedAt,
        List<ErasedShardJson> shards,
        @JsonRawValue @Nullable String receipt) {
    static ErasureJson of(Erasure erasure, List<ErasedShard> shards) {
        return new ErasureJson(
                Long.toString(erasure.id()),
                Long.toString(erasure.user().value()),
                erasure.mode().code(),
                erasure.state().code(),
                Long.toString(erasure.requestedBy().value()),
                erasure.requestedAt(),
                erasure.shardsSeen(),
                erasure.finishedAt(),
                shards.stream().map(ErasedShardJson::of).toList(),
                erasure.finishedAt() == null ? null : erasure.receipt());
    }
}
