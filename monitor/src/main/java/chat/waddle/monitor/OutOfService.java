package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.Shards;
import chat.waddle.directory.store.Origin;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import java.nio.file.Path;
import java.util.Optional;

/// Takes shards out of service and puts them back, in the directory and in the open store alike. Thread-safe.
public final class OutOfService {
    private final Shards directory;
    private final ShardStore store;
    private final ShardFiles files;

    public OutOfService(Shards directory, ShardStore store, Path dataDirectory) {
        this.directory = directory;
        this.store = store;
        this.files = new ShardFiles(dataDirectory);
    }

    /// Takes a shard out of service at once.
    ///
    /// @return false when it was out already
    public boolean quarantine(ShardRecord shard, String reason, Origin origin) {
        boolean changed = directory.quarantine(shard.shard(), reason, origin);
        store.quarantine(shard.waddle(), new StorageException(StorageException.Kind.DAMAGED, reason));
        return changed;
    }

    /// Lets a shard serve again; the next use opens it with all checks.
    ///
    /// @return false when it was not out of service
    public boolean release(ShardRecord shard, String reason, Origin origin) {
        boolean changed = directory.release(shard.shard(), reason, origin);
        store.release(shard.waddle());
        return changed;
    }

    /// What is wrong with a shard's file as far as one can see without opening it; asking opens no descriptor.
    public Optional<String> visibleFault(ShardRecord shard) {
        return files.fault(shard);
    }

    /// What to do about a failure to use a shard: quarantines it where the file itself is at fault.
    ///
    /// @return whether it was quarantined
    public boolean judge(ShardRecord shard, StorageException failure) {
        Optional<String> reason = switch (failure.kind()) {
            case DAMAGED, MISSING, NEWER -> Optional.of(failure.kind() + ": " + failure.getMessage());
            case IO -> visibleFault(shard);
            case LIMIT_REACHED, DISK_FULL, DEADLINE, OVERLOADED, CLOSED, DEFECT -> Optional.empty();
        };
        reason.ifPresent(text -> quarantine(shard, text, Origin.system()));
        return reason.isPresent();
    }
}
