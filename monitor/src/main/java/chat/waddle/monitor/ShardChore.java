package chat.waddle.monitor;

import chat.waddle.shard.Shard;

/// Something else that is to be done for an open shard every few hours, such as sweeping up after it.
@FunctionalInterface
public interface ShardChore {
    void run(Shard shard);
}
