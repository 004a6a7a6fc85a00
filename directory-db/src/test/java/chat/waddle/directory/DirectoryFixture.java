package chat.waddle.directory;

import chat.waddle.directory.account.RegisterOutcome;
import chat.waddle.directory.account.SignedIn;
import chat.waddle.directory.secret.Argon2Cost;
import chat.waddle.directory.session.SessionLifetimes;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.ReserveOutcome;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleLimits;
import chat.waddle.directory.waddle.WaddleOutcome;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.EngineListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A directory on disk with a clock that stands still until it is moved, and cheap passwords.
public final class DirectoryFixture implements AutoCloseable {
    public static final String PASSWORD = "Correct-horse-7";
    public static final Origin SYSTEM = Origin.system();
    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T08:00:00Z"));
    private final SqliteThreads threads = SqliteThreads.start(1, 2);
    private final Path file;
    private Directory directory;

    public DirectoryFixture(Path folder) {
        file = folder.resolve("directory.sqlite");
        directory = open();
    }

    private Directory open() {
        return Directory.open(config(file, CHEAP), threads, clock(), EngineListener.NONE);
    }

    public static DirectoryConfig config(Path file, Argon2Cost cost) {
        return new DirectoryConfig(
                file,
                FileOptions.withLimit(100_000_000),
                SessionLifetimes.STANDARD,
                cost,
                2,
                100,
                new WaddleLimits(5, Duration.ofDays(30)),
                0);
    }

    public Directory directory() {
        return directory;
    }

    public Path file() {
        return file;
    }

    public SqliteThreads threads() {
        return threads;
    }

    public InstantSource clock() {
        return now::get;
    }

    public Instant now() {
        return now.get();
    }

    public void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /// Closes the file and opens it again, as a restart does.
    public Directory reopen() {
        directory.close();
        directory = open();
        return directory;
    }

    public void reopenWith(Argon2Cost cost) {
        directory.close();
        directory = Directory.open(config(file, cost), threads, clock(), EngineListener.NONE);
    }

    public SignedIn member(String username) {
        return register(directory, username);
    }

    static SignedIn register(Directory directory, String username) {
        RegisterOutcome outcome =
                directory.registrations().register(username + "@example.org", username, PASSWORD, username, SYSTEM);
        if (outcome instanceof RegisterOutcome.Registered registered) {
            return registered.signedIn();
        }
        throw new AssertionError("not registered: " + outcome);
    }

    public UserId user(String username) {
        return member(username).account().id();
    }

    public Waddle waddle(String name, UserId owner) {
        ReserveOutcome outcome = directory.waddles().reserve(name, name, "", true, owner, SYSTEM);
        if (!(outcome instanceof ReserveOutcome.Reserved reserved)) {
            throw new AssertionError("not reserved: " + outcome);
        }
        WaddleOutcome activated = directory.waddles().activate(reserved.waddle().id(), SYSTEM);
        if (activated instanceof WaddleOutcome.Changed changed) {
            return changed.waddle();
        }
        throw new AssertionError("not activated: " + activated);
    }

    @Override
    public void close() {
        directory.close();
        threads.close();
    }
}
