package chat.waddle.monitor;

import chat.waddle.directory.Directory;
import chat.waddle.directory.DirectoryConfig;
import chat.waddle.directory.account.OperatorOutcome;
import chat.waddle.directory.secret.Argon2Cost;
import chat.waddle.directory.session.SessionLifetimes;
import chat.waddle.directory.shard.ShardPath;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.ReserveOutcome;
import chat.waddle.directory.waddle.Route;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleLimits;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.shard.ShardStore;
import chat.waddle.shard.ShardStoreOptions;
import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.EngineListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A directory and a store of shards on disk, a clock that stands still until it is moved, and a monitor over both.
final class MonitorFixture implements AutoCloseable, MonitorListener {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T08:00:00Z"));
    private final SqliteThreads threads = SqliteThreads.start(2, 2);
    private final Path folder;
    final FileOptions limits;
    final Directory directory;
    final ShardStore store;
    final ChangedShards changes = new ChangedShards();
    final List<Alert> alerts = new ArrayList<>();
    final UserId owner;

    MonitorFixture(Path folder, long limitBytes) {
        this.folder = folder;
        this.limits = FileOptions.withLimit(limitBytes);
        directory = Directory.open(
                new DirectoryConfig(
                        folder.resolve("directory.sqlite"),
                        FileOptions.withLimit(1_000_000_000),
                        SessionLifetimes.STANDARD,
                        new Argon2Cost(64, 1, 1),
                        1,
                        10,
                        new WaddleLimits(5_000, Duration.ofDays(30)),
                        0),
                threads,
                clock(),
                EngineListener.NONE);
        store = new ShardStore(
                waddle -> directory.catalogue().route(waddle).map(this::place),
                new ShardStoreOptions(limits, 1000, Duration.ofMinutes(5)),
                threads,
                clock(),
                changes,
                (row, target) -> target.number(row.id()),
                changes);
        OperatorOutcome made =
                directory.operators().create("operator@example.org", "operator", "Operator", Origin.system());
        if (!(made instanceof OperatorOutcome.Created created)) {
            throw new AssertionError("no operator: " + made);
        }
        owner = created.account().id();
    }

    private ShardPlaces.Place place(Route route) {
        ShardRecord record = directory.shards().find(route.shard()).orElseThrow();
        if (record.state() == ShardState.QUARANTINED) {
            throw new StorageException(StorageException.Kind.DAMAGED, record.reason());
        }
        return new ShardPlaces.Place(route.shard().value(), file(record), record.lastSeq());
    }

    Path file(ShardRecord shard) {
        return folder.resolve(ShardPath.of(shard.shard()));
    }

    InstantSource clock() {
        return now::get;
    }

    Instant now() {
        return now.get();
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    Monitor monitor() {
        return monitor(MonitorSettings.USUAL);
    }

    Monitor monitor(MonitorSettings settings) {
        return monitor(settings, List.of());
    }

    Monitor monitor(MonitorSettings settings, List<ShardChore> chores) {
        Ballast none = new Ballast(folder.resolve(Ballast.FILE), 0, 0, DiskSpace.of(folder));
        Monitor.Place place = new Monitor.Place(directory, store, changes, folder, limits, chores);
        return new Monitor(place, none, settings, clock(), this);
    }

    @Override
    public void alert(Alert alert) {
        alerts.add(alert);
    }

    /// Founds a community and closes its file.
    WaddleId waddle(String name) {
        ReserveOutcome outcome = directory.waddles().reserve(name, name, "", true, owner, Origin.system());
        if (!(outcome instanceof ReserveOutcome.Reserved reserved)) {
            throw new AssertionError("not reserved: " + outcome);
        }
        Waddle waddle = reserved.waddle();
        Path file = folder.resolve(ShardPath.of(waddle.shard()));
        store.create(waddle.id(), new ShardPlaces.Place(waddle.shard().value(), file, 0), owner);
        directory.waddles().activate(waddle.id(), Origin.system());
        store.putAway(waddle.id());
        return waddle.id();
    }

    /// Makes a shard larger.
    void fill(WaddleId waddle, int bytes) {
        Filler.fill(store, waddle, owner, bytes);
    }

    ShardRecord shard(WaddleId waddle) {
        return directory.shards().ofWaddle(waddle).getFirst();
    }

    Optional<ShardReport> report(Monitor monitor, WaddleId waddle) {
        List<ShardReport> found = new ArrayList<>();
        TickReport _ = monitor.tick(found::add);
        return found.stream()
                .filter(report -> report.shard().waddle().equals(waddle))
                .findFirst();
    }

    @Override
    public void close() {
        store.close();
        directory.close();
        threads.close();
    }
}
