package chat.waddle.sqlite.command;

import chat.waddle.sqlite.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a listener that throws from changing what it only hears of. As thread-safe as the listener.
final class GuardedListener implements EngineListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final EngineListener listener;

    GuardedListener(EngineListener listener) {
        this.listener = listener;
    }

    @Override
    public void committed(String fileId, int commands, int waiting, Phases phases) {
        tell(() -> listener.committed(fileId, commands, waiting, phases));
    }

    @Override
    public void maintained(String fileId, String work, long nanos) {
        tell(() -> listener.maintained(fileId, work, nanos));
    }

    @Override
    public void reopened(String fileId, StorageException cause) {
        tell(() -> listener.reopened(fileId, cause));
    }

    @Override
    public void quarantined(String fileId, StorageException cause) {
        tell(() -> listener.quarantined(fileId, cause));
    }

    @Override
    public void broken(String fileId, String work, Throwable cause) {
        tell(() -> listener.broken(fileId, work, cause));
    }

    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("a listener of the engine failed");
        }
    }
}
