package chat.waddle.directory.store;

import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.command.Engine;
import java.time.Duration;

/// Commits changes of the directory and reads it; every call waits for its answer.
///
/// Thread-safe; meant for virtual threads. Fails with a [chat.waddle.sqlite.StorageException].
public final class DirectoryStore {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Engine engine;

    public DirectoryStore(Engine engine) {
        this.engine = engine;
    }

    /// Answers once the change is durable and seen by every later read and every cache.
    public <R> R commit(Change<R> change, Origin origin) {
        return Engine.await(engine.submit(change, origin.request()), PATIENCE).result();
    }

    public <T> T read(ReadSession.Reading<T> reading) {
        return Engine.await(engine.read(reading), PATIENCE);
    }
}
