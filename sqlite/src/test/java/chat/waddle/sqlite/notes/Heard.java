package chat.waddle.sqlite.notes;

import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.EngineListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what the engine told. Thread-safe.
public final class Heard implements EngineListener {
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final List<StorageException.Kind> quarantined = new CopyOnWriteArrayList<>();
    private final List<StorageException.Kind> reopened = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();

    @Override
    public void committed(String fileId, int commands, int waiting, Phases phases) {
        batches.add(commands);
    }

    @Override
    public void broken(String fileId, String work, Throwable cause) {
        broken.add(work);
    }

    @Override
    public void quarantined(String fileId, StorageException cause) {
        quarantined.add(cause.kind());
    }

    @Override
    public void reopened(String fileId, StorageException cause) {
        reopened.add(cause.kind());
    }

    public List<String> broken() {
        return List.copyOf(broken);
    }

    public List<StorageException.Kind> quarantined() {
        return List.copyOf(quarantined);
    }

    public List<StorageException.Kind> reopened() {
        return List.copyOf(reopened);
    }

    public List<Integer> batches() {
        return List.copyOf(batches);
    }
}
