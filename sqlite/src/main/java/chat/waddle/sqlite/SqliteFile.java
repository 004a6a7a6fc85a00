package chat.waddle.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// One database file on disk: who it is, how it is opened, how it is measured, copied and checked.
///
/// Nothing here opens a live file but SQLite itself: closing any other descriptor of it would drop SQLite's locks.
/// Thread-safe where a method says so.
public final class SqliteFile {
    /// With less free space than this a full file is the disk's fault, not the limit's.
    private static final long DISK_FLOOR_BYTES = 8L << 20;

    private static final long CREATION_CACHE_KIB = 2000;
    private static final String UNFINISHED = ".new";

    private final Path path;
    private final Identity identity;
    private final Upgrade upgrade;
    private final SqliteThreads threads;
    private final Readers readers;
    private final AtomicReference<Consumer<StorageException>> damageListener = new AtomicReference<>(cause -> {});

    /// Brings a file to the schema this program needs; called with the writer's connection when the file is opened.
    @FunctionalInterface
    public interface Upgrade {
        void run(Connection connection) throws SQLException;
    }

    public SqliteFile(Path path, Identity identity, Upgrade upgrade, FileOptions options, SqliteThreads threads) {
        this.path = path;
        this.identity = identity;
        this.upgrade = upgrade;
        this.threads = threads;
        this.readers = new Readers(
                path, options, threads, cause -> damageListener.get().accept(cause));
    }

    /// Makes a new file with its schema and its identity row, durably: file, content and folder entry are synced.
    ///
    /// @param firstRows writes `shard_meta` and whatever the file must begin with; runs in one transaction
    public static void create(Path path, int applicationId, Upgrade schema, WriteSession.Writing<?> firstRows) {
        if (Files.exists(path)) {
            throw new StorageException(StorageException.Kind.DEFECT, "The file exists already: " + path);
        }
        try {
            Path folder = parent(path);
            Files.createDirectories(folder);
            Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
            deleteRemains(unfinished);
            try {
                fill(unfinished, applicationId, schema, firstRows);
                Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (SQLException | IOException | RuntimeException e) {
                deleteAfter(unfinished, e);
                throw e;
            }
            syncFolder(folder);
            syncFolder(parent(folder));
        } catch (SQLException e) {
            throw StorageException.of("create " + path.getFileName(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + path.getFileName(), e);
        }
    }

    private static void fill(Path path, int applicationId, Upgrade schema, WriteSession.Writing<?> firstRows)
            throws SQLException, IOException {
        Connections.create(path, applicationId);
        restrict(path);
        try (WriteSession session = new WriteSession(Connections.writer(path, CREATION_CACHE_KIB), () -> {})) {
            schema.run(session.connection());
            session.transaction(firstRows);
            session.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /// What a killed creation left.
    private static void deleteRemains(Path unfinished) throws IOException {
        for (String part : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + part));
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "the root folder has no parent");
    }

    private static void restrict(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /// Makes a new or renamed entry of a folder survive a power failure.
    public static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    public Path path() {
        return path;
    }

    public Identity identity() {
        return identity;
    }

    public ExecutorService writerThreads() {
        return threads.writers();
    }

    /// Fails an answer with this kind when it is not there in time, kept to 50 ms; returns the answer.
    public <T> CompletableFuture<T> watch(CompletableFuture<T> answer, StorageException.Kind kind, Duration atMost) {
        return threads.waiters().watch(answer, kind, atMost);
    }

    public ScheduledExecutorService clock() {
        return threads.clock();
    }

    /// Hears of damage that a read met.
    public void onDamage(Consumer<StorageException> listener) {
        damageListener.set(listener);
    }

    /// Opens the writer's connection after making sure that the file is the one expected, and upgrades its schema.
    ///
    /// The file is judged through a connection that cannot write: closing a writing one would fold a log that
    /// belongs to another file into this one. That connection then serves the first reads.
    ///
    /// @throws StorageException DAMAGED, MISSING or NEWER
    public WriteSession openWriter() throws SQLException {
        ReadSession inspection = readers.connect();
        try {
            FileInspection.requireExpected(inspection, path, identity);
            WriteSession session = upgraded(writer());
            readers.adopt(inspection);
            return session;
        } catch (SQLException | RuntimeException e) {
            inspection.closeAfter(e);
            throw e;
        }
    }

    private WriteSession upgraded(WriteSession session) throws SQLException {
        try {
            upgrade.run(session.connection());
            return session;
        } catch (SQLException | RuntimeException e) {
            session.closeAfter(e);
            throw e;
        }
    }

    private WriteSession writer() throws SQLException {
        CacheBudget budget = threads.cacheBudget();
        long cacheKib = budget.take(CacheBudget.WRITER_KIB);
        try {
            return new WriteSession(Connections.writer(path, cacheKib), () -> budget.giveBack(cacheKib));
        } catch (SQLException e) {
            budget.giveBack(cacheKib);
            throw e;
        }
    }

    /// What an error of this file means: tells the file's own limit from a full disk, and a file that is gone from
    /// one that cannot be opened now. Thread-safe.
    public StorageException failure(String doing, Throwable error) {
        StorageException.Kind kind = kindOf(error, path);
        if (kind == StorageException.Kind.DISK_FULL && diskFreeBytes() > DISK_FLOOR_BYTES) {
            kind = StorageException.Kind.LIMIT_REACHED;
        }
        if (error instanceof StorageException known && known.kind() == kind) {
            return known;
        }
        return new StorageException(kind, "Could not " + doing + ": " + error.getMessage(), error);
    }

    /// A lack of descriptors or a log that cannot be made looks like a missing file to SQLite.
    static StorageException.Kind kindOf(Throwable error, Path path) {
        StorageException.Kind kind = StorageException.kindOf(error);
        return kind == StorageException.Kind.MISSING && Files.exists(path) ? StorageException.Kind.IO : kind;
    }

    /// Reads on one of the reader threads. Thread-safe.
    public <T> CompletableFuture<T> read(ReadSession.Reading<T> reading, Duration deadline) {
        return readers.submit(reading, deadline);
    }

    public int openConnections() {
        return readers.open() + 1;
    }

    public void closeReaders() {
        readers.close();
    }

    public Sizes sizes(Session session) throws SQLException {
        long pages = session.number("PRAGMA page_count");
        long free = session.number("PRAGMA freelist_count");
        return new Sizes(
                (pages - free) * Connections.PAGE_BYTES,
                free * Connections.PAGE_BYTES,
                walBytes(),
                pages * Connections.PAGE_BYTES,
                0);
    }

    /// The size of the write-ahead log; asking for a size opens no descriptor. Thread-safe.
    public long walBytes() {
        try {
            Path wal = path.resolveSibling(path.getFileName() + "-wal");
            return Files.exists(wal) ? Files.size(wal) : 0;
        } catch (IOException e) {
            return 0; // it went away between the two questions
        }
    }

    /// Writes a compact copy of one moment to a new file and syncs it; a copy that fails leaves nothing behind.
    ///
    /// @throws StorageException DEFECT when the target exists
    public void snapshot(ReadSession session, Path target) throws SQLException {
        if (target.toString().indexOf('\'') >= 0) {
            throw new IllegalArgumentException("a snapshot's path must not have a quote in it");
        }
        if (Files.exists(target)) {
            throw new StorageException(StorageException.Kind.DEFECT, "The snapshot exists already: " + target);
        }
        try {
            vacuumInto(session, target);
            restrict(target);
            try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            syncFolder(parent(target));
        } catch (SQLException | RuntimeException e) {
            deleteAfter(target, e);
            throw e;
        } catch (IOException e) {
            deleteAfter(target, e);
            throw new UncheckedIOException("cannot sync the snapshot", e);
        }
    }

    private static void vacuumInto(ReadSession session, Path target) throws SQLException {
        try (var statement = session.connection().createStatement()) {
            // VACUUM INTO writes only the new file, but query_only forbids it
            statement.execute("PRAGMA query_only=OFF");
            statement.execute("VACUUM INTO '" + target + "'");
        } finally {
            try (var statement = session.connection().createStatement()) {
                statement.execute("PRAGMA query_only=ON");
            }
        }
    }

    private static void deleteAfter(Path file, Exception failure) {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    public CheckReport check(WriteSession session, List<String> fullTextTables) throws SQLException {
        return FileInspection.check(session, fullTextTables);
    }

    /// Bytes that may still be written to the disk the file is on; 0 when the disk does not say.
    public long diskFreeBytes() {
        try {
            return Files.getFileStore(parent(path)).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
