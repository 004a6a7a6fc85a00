package chat.waddle.server.monitor;

import chat.waddle.directory.Directory;
import chat.waddle.directory.shard.MigrationResult;
import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Route;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.migrations.Fleet;
import chat.waddle.migrations.FleetShard;
import chat.waddle.migrations.Schema;
import chat.waddle.migrations.ShardOutcome;
import chat.waddle.monitor.OutOfService;
import chat.waddle.shard.ShardStore;
import java.util.List;

/// The shards of the directory as the sweep of migrations sees them. Thread-safe.
///
/// Opening a shard is what migrates it. One that is out of service stays so and fails here, unless only its migration
/// failed: then it gets another chance.
public final class DirectoryFleet implements Fleet {
    private static final int COMPARED = 200;

    private final Directory directory;
    private final ShardStore store;
    private final OutOfService outOfService;

    public DirectoryFleet(Directory directory, ShardStore store, OutOfService outOfService) {
        this.directory = directory;
        this.store = store;
        this.outOfService = outOfService;
    }

    /// The version every shard should have.
    public static int targetVersion() {
        return Schema.WADDLE.catalog().latestVersion();
    }

    @Override
    public List<FleetShard> pageAfter(String afterShardId, int limit) {
        return directory.shards().fleetPage(afterShardId, limit);
    }

    @Override
    public ShardOutcome migrate(String shardId) {
        ShardRecord shard = directory
                .shards()
                .find(new ShardId(shardId))
                .orElseThrow(() -> new IllegalStateException("it is not in the directory any more"));
        if (isUnfinished(shard)) {
            return new ShardOutcome.Failed("its community is being made or waits to be deleted");
        }
        if (shard.state() == ShardState.QUARANTINED) {
            if (!isOutForItsMigration(shard)) {
                return new ShardOutcome.Failed("out of service: " + shard.reason());
            }
            boolean _ = outOfService.release(shard, "another migration", Origin.system());
        }
        boolean _ = store.useBriefly(shard.waddle(), open -> open.seq() >= 0);
        return shard.schemaVersion() == targetVersion()
                ? new ShardOutcome.Current(targetVersion())
                : new ShardOutcome.Migrated(shard.schemaVersion(), targetVersion());
    }

    /// Not one that was out of service before a sweep came to it: the reason of its state is that of its migration.
    private static boolean isOutForItsMigration(ShardRecord shard) {
        String detail = shard.migrationDetail();
        String told = detail.substring(0, Math.min(detail.length(), COMPARED));
        return shard.migration() == MigrationResult.FAILED
                && !told.isEmpty()
                && shard.reason().contains(told);
    }

    private boolean isUnfinished(ShardRecord shard) {
        return directory
                .catalogue()
                .route(shard.waddle())
                .map(Route::state)
                .filter(state -> state == WaddleState.ACTIVE || state == WaddleState.SUSPENDED)
                .isEmpty();
    }

    @Override
    public void record(String shardId, ShardOutcome outcome) {
        directory.shards().migrated(new ShardId(shardId), outcome);
    }
}
