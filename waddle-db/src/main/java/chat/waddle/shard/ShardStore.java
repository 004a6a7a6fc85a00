package chat.waddle.shard;

import chat.waddle.community.FoundWaddle;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.MessageEncoder;
import chat.waddle.migrations.MigrationException;
import chat.waddle.migrations.Migrator;
import chat.waddle.migrations.Schema;
import chat.waddle.participant.FoundConversations;
import chat.waddle.search.SearchTail;
import chat.waddle.sqlite.Identity;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// All waddles: opens a shard when it is first used, keeps the most used ones open, and makes new ones.
///
/// A shard that cannot be opened because it is damaged, missing or newer is remembered and refused at once until it is
/// released; others never notice. Thread-safe.
public final class ShardStore implements AutoCloseable {
    private static final Duration OPEN_DEADLINE = Duration.ofSeconds(60);

    /// The part of the limit by which it may be exceeded for as long as closing takes.
    private static final int PATIENCE = 16;

    private static final UserId NOBODY = new UserId(0);

    private final ShardPlaces places;
    private final ShardStoreOptions options;
    private final SqliteThreads threads;
    private final InstantSource clock;
    private final EngineListener listener;
    private final MessageEncoder encoder;
    private final Migrator migrator;
    private final ShardOpenings openings;
    private final Map<WaddleId, OpenShard> open = new ConcurrentHashMap<>();
    private final Map<WaddleId, StorageException> quarantined = new ConcurrentHashMap<>();

    public ShardStore(
            ShardPlaces places,
            ShardStoreOptions options,
            SqliteThreads threads,
            InstantSource clock,
            EngineListener listener,
            MessageEncoder encoder) {
        this(places, options, threads, clock, listener, encoder, ShardOpenings.NONE);
    }

    public ShardStore(
            ShardPlaces places,
            ShardStoreOptions options,
            SqliteThreads threads,
            InstantSource clock,
            EngineListener listener,
            MessageEncoder encoder,
            ShardOpenings openings) {
        this.places = places;
        this.options = options;
        this.threads = threads;
        this.clock = clock;
        this.listener = listener;
        this.encoder = encoder;
        this.migrator = new Migrator(Schema.WADDLE.catalog(), clock);
        this.openings = openings;
    }

    /// Makes the file of a new waddle and its first rows; an existing file of the same id is finished instead.
    public void create(WaddleId waddle, ShardPlaces.Place place, UserId owner) {
        make(place, owner);
        use(waddle, shard -> shard.submit(new FoundWaddle(owner), new Request(owner.value(), 0)));
    }

    /// The same for a file of conversations, which belongs to nobody.
    ///
    /// @param waddle the id under which it is used
    public void createForConversations(WaddleId waddle, ShardPlaces.Place place) {
        make(place, NOBODY);
        use(waddle, shard -> shard.submit(new FoundConversations(), new Request(Request.SYSTEM, 0)));
    }

    private void make(ShardPlaces.Place place, UserId owner) {
        CompletableFuture<Boolean> created = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                createFile(place, owner);
                created.complete(true);
            } catch (RuntimeException e) {
                created.completeExceptionally(e);
            }
        });
        Engine.await(created, OPEN_DEADLINE);
    }

    private void createFile(ShardPlaces.Place place, UserId owner) {
        if (Files.exists(place.path())) {
            return;
        }
        long now = clock.millis();
        SqliteFile.create(place.path(), Schema.WADDLE.applicationId(), migrator::migrate, transaction -> {
            var meta = transaction.kept(
                    "INSERT INTO shard_meta (one, file_id, owner_id, created_at_ms) VALUES (1, ?, ?, ?)");
            meta.setString(1, place.fileId());
            meta.setLong(2, owner.value());
            meta.setLong(3, now);
            meta.executeUpdate();
            var state = transaction.kept("INSERT INTO search_state (one, filed_to) VALUES (1, ?)");
            state.setLong(1, Long.MIN_VALUE);
            return state.executeUpdate();
        });
    }

    /// Does something with a waddle's shard, opening it where it is closed.
    ///
    /// @throws StorageException when the shard does not serve
    /// @throws NoSuchWaddleException when there is none
    public <T> T use(WaddleId waddle, Function<Shard, T> work) {
        try {
            return work.apply(shard(waddle));
        } catch (StorageException e) {
            if (e.kind() != StorageException.Kind.CLOSED) {
                throw e;
            }
            return work.apply(shard(waddle)); // it was put away between finding and using it; nothing was done
        }
    }

    /// The same for upkeep, which leaves the shard as it was: one that this opened is closed again, unless
    /// somebody else has begun to use it.
    public <T> T useBriefly(WaddleId waddle, Function<Shard, T> work) {
        boolean wasOpen = open.containsKey(waddle);
        try {
            return use(waddle, work);
        } finally {
            OpenShard used = open.get(waddle);
            if (!wasOpen && used != null && used.uses() == 1) {
                putAway(waddle);
            }
        }
    }

    /// The open shard. It may be put away at any time: prefer [#use].
    public Shard shard(WaddleId waddle) {
        StorageException cause = quarantined.get(waddle);
        if (cause != null) {
            throw new StorageException(cause.kind(), String.valueOf(cause.getMessage()), cause);
        }
        Shard shard = opened(waddle);
        if (!shard.engine().isClosing()) {
            return shard;
        }
        putAway(waddle); // waits until the one that is being closed is closed
        return opened(waddle);
    }

    private Shard opened(WaddleId waddle) {
        OpenShard found = open.get(waddle);
        if (found == null) {
            found = open(waddle);
        }
        found.used();
        return Engine.await(found.shard, OPEN_DEADLINE);
    }

    private OpenShard open(WaddleId waddle) {
        OpenShard mine = new OpenShard(waddle);
        OpenShard other = open.putIfAbsent(waddle, mine);
        if (other != null) {
            return other;
        }
        try {
            mine.shard.complete(openFile(waddle));
        } catch (RuntimeException | Error e) {
            open.remove(waddle, mine);
            mine.shard.completeExceptionally(e);
            return mine;
        }
        makeRoom();
        return mine;
    }

    private Shard openFile(WaddleId waddle) {
        ShardPlaces.Place place = places.placeOf(waddle).orElseThrow(() -> new NoSuchWaddleException(waddle));
        Identity identity = new Identity(
                Schema.WADDLE.applicationId(),
                place.fileId(),
                Schema.WADDLE.catalog().latestVersion());
        SqliteFile file = new SqliteFile(
                place.path(),
                identity,
                connection -> migrate(waddle, place.fileId(), connection),
                options.file(),
                threads);
        ReaderView view = new ReaderView();
        SearchTail tail = new SearchTail();
        WaddleProgram program = new WaddleProgram(view, tail, encoder);
        Engine.Setup setup =
                new Engine.Setup(WaddleCommands.types(), program, clock, new Quarantine(waddle), place.highWaterMark());
        Shard shard = new Shard(waddle, Engine.open(file, options.file(), setup), program, view, tail, encoder);
        makeReady(shard);
        return shard;
    }

    private void makeReady(Shard shard) {
        try {
            openings.ready(shard);
        } catch (RuntimeException e) {
            shard.close();
            throw e;
        }
    }

    private void migrate(WaddleId waddle, String fileId, Connection connection) throws SQLException {
        try {
            openings.opened(waddle, fileId, migrator.migrate(connection));
        } catch (MigrationException e) {
            openings.notMigrated(waddle, fileId, e);
            throw new StorageException(StorageException.Kind.DAMAGED, String.valueOf(e.getMessage()), e);
        }
    }

    /// Passes everything on, and remembers which waddle does not serve any more.
    private final class Quarantine implements EngineListener {
        private final WaddleId waddle;

        Quarantine(WaddleId waddle) {
            this.waddle = waddle;
        }

        @Override
        public void committed(String fileId, int commands, int waiting, Phases phases) {
            listener.committed(fileId, commands, waiting, phases);
        }

        @Override
        public void maintained(String fileId, String work, long nanos) {
            listener.maintained(fileId, work, nanos);
        }

        @Override
        public void reopened(String fileId, StorageException cause) {
            listener.reopened(fileId, cause);
        }

        @Override
        public void quarantined(String fileId, StorageException cause) {
            quarantined.put(waddle, cause);
            listener.quarantined(fileId, cause);
        }

        @Override
        public void broken(String fileId, String work, Throwable cause) {
            listener.broken(fileId, work, cause);
        }
    }

    /// Waddles that are open now.
    public List<Shard> openShards() {
        List<Shard> shards = new ArrayList<>();
        for (OpenShard each : open.values()) {
            if (each.isReady()) {
                shards.add(each.shard.join());
            }
        }
        return shards;
    }

    public int openCount() {
        return open.size();
    }

    /// Takes a waddle out of service, at once.
    public void quarantine(WaddleId waddle, StorageException cause) {
        quarantined.put(waddle, cause);
        OpenShard found = open.get(waddle);
        if (found != null && found.isReady()) {
            found.shard.join().engine().quarantine(cause);
        }
        putAway(waddle);
    }

    /// Lets a waddle serve again; it is checked when it is opened next.
    public void release(WaddleId waddle) {
        putAway(waddle);
        quarantined.remove(waddle);
    }

    /// Closes the shards that nobody has used for a while. Call it now and then.
    public void putAwayIdle() {
        long before = System.nanoTime() - options.idleLife().toNanos();
        for (OpenShard each : open.values()) {
            if (each.isReady() && each.usedAtNanos() - before < 0) {
                putAway(each.waddle);
            }
        }
    }

    /// A request should not wait until another community's file is closed, unless too many wait for that already.
    private void makeRoom() {
        int tooMany = open.size() - options.openLimit();
        if (tooMany > options.openLimit() / PATIENCE) {
            putAwayOldest();
        } else if (tooMany > 0) {
            Thread.startVirtualThread(this::putAwayOldest);
        }
    }

    private void putAwayOldest() {
        while (open.size() > options.openLimit()) {
            Optional<OpenShard> oldest = open.values().stream()
                    .filter(OpenShard::isReady)
                    .min(Comparator.comparingLong(OpenShard::usedAtNanos));
            if (oldest.isEmpty()) {
                return;
            }
            if (!putAwayOrTell(oldest.get().waddle)) {
                return;
            }
        }
    }

    /// One shard that does not close is no reason to fail another's.
    private boolean putAwayOrTell(WaddleId waddle) {
        try {
            putAway(waddle);
            return true;
        } catch (StorageException e) {
            listener.broken(waddle.toString(), "close", e);
            return false;
        }
    }

    /// Closes a waddle's shard; the next use opens it again.
    public void putAway(WaddleId waddle) {
        OpenShard found = open.get(waddle);
        if (found == null || !found.isReady()) {
            return;
        }
        found.shard.join().close(); // before it is forgotten, so that the file is never open twice
        open.remove(waddle, found);
    }

    @Override
    public void close() {
        for (WaddleId waddle : List.copyOf(open.keySet())) {
            boolean _ = putAwayOrTell(waddle);
        }
    }
}
