package chat.waddle.server.shard;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardStanding;
import chat.waddle.directory.shard.Shards;
import chat.waddle.ids.WaddleId;
import chat.waddle.migrations.MigrationException;
import chat.waddle.migrations.MigrationOutcome;
import chat.waddle.migrations.ShardOutcome;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardOpenings;
import chat.waddle.sqlite.StorageException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes into the directory which schema a shard has, when it is opened and that is not known yet. Thread-safe.
///
/// The directory is told by a thread of its own: the caller writes the shard and must wait for no other writer.
public final class SchemaRecords implements ShardOpenings {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaRecords.class);

    private final Shards shards;
    private final ShardOpenings next;

    /// @param next hears of every opening too
    public SchemaRecords(Shards shards, ShardOpenings next) {
        this.shards = shards;
        this.next = next;
    }

    @Override
    public void opened(WaddleId waddle, String fileId, MigrationOutcome outcome) {
        next.opened(waddle, fileId, outcome);
        ShardOutcome told = switch (outcome) {
            case MigrationOutcome.Current current -> new ShardOutcome.Current(current.version());
            case MigrationOutcome.Migrated migrated ->
                new ShardOutcome.Migrated(migrated.fromVersion(), migrated.version());
        };
        Thread.startVirtualThread(() -> record(fileId, told, outcome.version()));
    }

    @Override
    public void ready(Shard shard) {
        next.ready(shard);
    }

    @Override
    public void notMigrated(WaddleId waddle, String fileId, MigrationException cause) {
        next.notMigrated(waddle, fileId, cause);
        LOG.atError().setCause(cause).addKeyValue("shard", fileId).log("A shard could not be migrated");
        ShardOutcome told = new ShardOutcome.Failed(String.valueOf(cause.getMessage()));
        Thread.startVirtualThread(() -> record(fileId, told, -1));
    }

    private void record(String fileId, ShardOutcome outcome, int version) {
        try {
            ShardId shard = new ShardId(fileId);
            Optional<ShardStanding> known = shards.standing(shard);
            boolean same = known.isPresent()
                    && known.get().schemaVersion() == version
                    && known.get().migrated();
            if (!same) {
                shards.migrated(shard, outcome);
            }
        } catch (StorageException e) {
            // the next opening tells it again
            LOG.atWarn().setCause(e).addKeyValue("shard", fileId).log("The directory could not be told of a schema");
        }
    }
}
