package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers how each shard stood, so that only changes are told. A shard that was never seen counts as fine. Changed
/// by the thread that ticks; anybody may ask.
final class ShardWatch {
    private final Map<ShardId, Step> steps = new ConcurrentHashMap<>();
    private final Map<ShardId, String> lost = new ConcurrentHashMap<>();

    Step lastStep(ShardId shard) {
        return steps.getOrDefault(shard, Step.fine());
    }

    /// A shard that serves, with its step now.
    Optional<Alert> serving(ShardRecord shard, Step step, double percent) {
        if (lost.remove(shard.shard()) != null) {
            keep(shard.shard(), step);
            return Optional.of(new Alert.BackInService(shard.shard(), shard.waddle()));
        }
        Step before = lastStep(shard.shard());
        keep(shard.shard(), step);
        return before.rank() == step.rank()
                ? Optional.empty()
                : Optional.of(new Alert.StepChanged(shard.shard(), shard.waddle(), before, step, percent));
    }

    private void keep(ShardId shard, Step step) {
        if (step.isOverAMark()) {
            steps.put(shard, step);
        } else {
            steps.remove(shard);
        }
    }

    Optional<Alert> notServing(ShardRecord shard) {
        return lost.put(shard.shard(), shard.reason()) == null
                ? Optional.of(new Alert.OutOfService(shard.shard(), shard.waddle(), shard.reason()))
                : Optional.empty();
    }
}
