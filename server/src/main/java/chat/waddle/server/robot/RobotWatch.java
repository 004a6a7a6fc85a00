package chat.waddle.server.robot;

import chat.waddle.ids.WaddleId;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what robots leave unfinished: messages that they have stopped writing, leases that have run out.
///
/// Looks only into shards where robots are at work, and once into each that was opened since, for what was left there
/// before. Thread-safe.
public final class RobotWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RobotWatch.class);
    private static final int AT_ONCE = 100;

    private final ShardStore shards;
    private final Set<WaddleId> known = ConcurrentHashMap.newKeySet();
    private final Set<WaddleId> working = ConcurrentHashMap.newKeySet();

    public RobotWatch(ShardStore shards) {
        this.shards = shards;
    }

    /// A robot has begun something there.
    void working(WaddleId waddle) {
        working.add(waddle);
    }

    public void tick() {
        Set<WaddleId> open = shards.openShards().stream().map(Shard::waddle).collect(Collectors.toSet());
        known.retainAll(open);
        for (Shard shard : shards.openShards()) {
            if (known.add(shard.waddle()) || working.contains(shard.waddle())) {
                look(shard);
            }
        }
    }

    private void look(Shard shard) {
        try {
            working.remove(shard.waddle()); // whatever begins from here on puts it back
            ShardCare care = new ShardCare(shard);
            if (care.robotWork() > 0) {
                int ended = care.failSilentStreams(AT_ONCE) + care.expireInteractions(AT_ONCE);
                working.add(shard.waddle());
                LOG.atDebug().addKeyValue("waddle", shard.waddle()).log("Robots left {} things unfinished", ended);
            }
        } catch (StorageException problem) {
            known.remove(shard.waddle()); // closed meanwhile, or out of order: looked at again when it is open
            LOG.atDebug()
                    .setCause(problem)
                    .addKeyValue("waddle", shard.waddle())
                    .log("No look at robots now");
        }
    }
}
