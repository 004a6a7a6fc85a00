package chat.waddle.monitor;

import chat.waddle.ids.WaddleId;
import chat.waddle.migrations.MigrationOutcome;
import chat.waddle.shard.ShardOpenings;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.EngineListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which files may hold something else than when they were measured last: those that were opened or written to since.
///
/// So a file that stays closed costs a tick nothing. Thread-safe; hears every commit, so it only adds to a set.
public final class ChangedShards implements EngineListener, ShardOpenings {
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    @Override
    public void committed(String fileId, int commands, int waiting, Phases phases) {
        changed.add(fileId);
    }

    /// A disk that fails, or a file that cannot be opened: worth a look.
    @Override
    public void reopened(String fileId, StorageException cause) {
        changed.add(fileId);
    }

    @Override
    public void opened(WaddleId waddle, String fileId, MigrationOutcome outcome) {
        changed.add(fileId);
    }

    /// Looks and forgets; what changes from now on is noticed again.
    boolean take(String fileId) {
        return changed.remove(fileId);
    }

    /// It could not be measured: keep it for the next time.
    void putBack(String fileId) {
        changed.add(fileId);
    }
}
