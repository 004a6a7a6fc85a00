package chat.waddle.server.shard;

import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.EngineListener;

/// Two listeners as one; the first hears first.
public record EngineListeners(EngineListener first, EngineListener second) implements EngineListener {
    @Override
    public void committed(String fileId, int commands, int waiting, Phases phases) {
        first.committed(fileId, commands, waiting, phases);
        second.committed(fileId, commands, waiting, phases);
    }

    @Override
    public void maintained(String fileId, String work, long nanos) {
        first.maintained(fileId, work, nanos);
        second.maintained(fileId, work, nanos);
    }

    @Override
    public void reopened(String fileId, StorageException cause) {
        first.reopened(fileId, cause);
        second.reopened(fileId, cause);
    }

    @Override
    public void quarantined(String fileId, StorageException cause) {
        first.quarantined(fileId, cause);
        second.quarantined(fileId, cause);
    }

    @Override
    public void broken(String fileId, String work, Throwable cause) {
        first.broken(fileId, work, cause);
        second.broken(fileId, work, cause);
    }
}
