package chat.waddle.server.shard;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.Shards;
import chat.waddle.directory.store.Origin;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.EngineListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs what goes wrong with shards, and writes into the directory which ones are out of service. Thread-safe.
public final class ShardEvents implements EngineListener {
    private static final Logger LOG = LoggerFactory.getLogger(ShardEvents.class);

    private final EngineListener metrics;
    private final Shards shards;

    public ShardEvents(EngineListener metrics, Shards shards) {
        this.metrics = metrics;
        this.shards = shards;
    }

    @Override
    public void committed(String fileId, int commands, int waiting, Phases phases) {
        metrics.committed(fileId, commands, waiting, phases);
    }

    @Override
    public void maintained(String fileId, String work, long nanos) {
        metrics.maintained(fileId, work, nanos);
    }

    @Override
    public void reopened(String fileId, StorageException cause) {
        metrics.reopened(fileId, cause);
        LOG.atWarn()
                .setCause(cause)
                .addKeyValue("shard", fileId)
                .log("An error of the disk; the file is opened again before it serves");
    }

    @Override
    public void broken(String fileId, String work, Throwable cause) {
        metrics.broken(fileId, work, cause);
        LOG.atError()
                .setCause(cause)
                .addKeyValue("shard", fileId)
                .addKeyValue("work", work)
                .log("A defect on the writer; the file goes on");
    }

    /// The directory is told by a thread of its own: this one writes the shard, and must wait for no other writer.
    @Override
    public void quarantined(String fileId, StorageException cause) {
        metrics.quarantined(fileId, cause);
        LOG.atError().setCause(cause).addKeyValue("shard", fileId).log("A shard is out of service");
        Thread.startVirtualThread(() -> record(fileId, cause));
    }

    private void record(String fileId, StorageException cause) {
        try {
            shards.quarantine(new ShardId(fileId), cause.kind() + ": " + cause.getMessage(), Origin.system());
        } catch (StorageException e) {
            LOG.atError().setCause(e).addKeyValue("shard", fileId).log("The directory could not be told of it");
        }
    }
}
