package chat.waddle.directory.shard;

/// Where a shard's file stands: a pure function of its id.
public final class ShardPath {
    private ShardPath() {}

    /// `shards/ab/cd/<id>.sqlite` for an id that begins with `abcd`, relative to the data directory: 36^2 folders on
    /// each level, so that none gets crowded.
    public static String of(ShardId shard) {
        String id = shard.value();
        return "shards/" + id.substring(0, 2) + "/" + id.substring(2, 4) + "/" + id + ".sqlite";
    }
}
