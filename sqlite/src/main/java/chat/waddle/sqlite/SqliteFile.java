package chat.waddle.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final long INLINE_CHECK_BYTES = 4L << 20;

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
        try {
            Path folder = parent(path);
            Files.createDirectories(folder);
            Connections.create(path, applicationId);
            restrict(path);
            try (WriteSession session = new WriteSession(Connections.writer(path))) {
                schema.run(session.connection());
                session.transaction(firstRows);
                session.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            syncFolder(folder);
            syncFolder(parent(folder));
        } catch (SQLException e) {
            throw StorageException.of("create " + path.getFileName(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + path.getFileName(), e);
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

    public ScheduledExecutorService clock() {
        return threads.clock();
    }

    /// Hears of damage that a read met.
    public void onDamage(Consumer<StorageException> listener) {
        damageListener.set(listener);
    }

    /// Opens the writer's connection after making sure that the file is the one expected, and upgrades its schema.
    ///
    /// @throws StorageException DAMAGED, MISSING or NEWER
    public WriteSession openWriter(boolean firstTime) throws SQLException {
        WriteSession session = new WriteSession(Connections.writer(path));
        try {
            requireIdentity(session);
            if (firstTime && session.number("PRAGMA page_count") * Connections.PAGE_BYTES <= INLINE_CHECK_BYTES) {
                requireSound(session);
            }
            upgrade.run(session.connection());
            return session;
        } catch (SQLException | RuntimeException e) {
            closeQuietly(session, e);
            throw e;
        }
    }

    private static void closeQuietly(WriteSession session, Exception first) {
        try {
            session.close();
        } catch (RuntimeException e) {
            first.addSuppressed(e);
        }
    }

    private void requireIdentity(WriteSession session) throws SQLException {
        long applicationId = session.number("PRAGMA application_id");
        if (applicationId != identity.applicationId()) {
            throw damaged("has application_id " + applicationId + ", expected " + identity.applicationId());
        }
        long version = session.number("PRAGMA user_version");
        if (version > identity.schemaVersion()) {
            throw new StorageException(
                    StorageException.Kind.NEWER,
                    path.getFileName() + " has schema " + version + "; this program knows up to "
                            + identity.schemaVersion() + ". Start it with the newer program.");
        }
        try (var row = session.kept("SELECT file_id FROM shard_meta").executeQuery()) {
            String found = row.next() ? row.getString(1) : "none";
            if (!found.equals(identity.fileId())) {
                throw damaged("says it is file " + found + ", expected " + identity.fileId());
            }
        } catch (SQLException e) {
            if (StorageException.kindOf(e) == StorageException.Kind.DEFECT) {
                throw damaged("has no identity row");
            }
            throw e;
        }
    }

    private void requireSound(WriteSession session) throws SQLException {
        List<String> findings = findings(session, "PRAGMA quick_check(3)");
        if (!findings.isEmpty()) {
            throw damaged("fails its check: " + findings.getFirst());
        }
    }

    private StorageException damaged(String what) {
        return new StorageException(StorageException.Kind.DAMAGED, path.getFileName() + " " + what + ".");
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

    public void snapshot(ReadSession session, Path target) throws SQLException {
        if (target.toString().indexOf('\'') >= 0) {
            throw new IllegalArgumentException("a snapshot's path must not have a quote in it");
        }
        try (var statement = session.connection().createStatement()) {
            // VACUUM INTO writes only the new file, but query_only forbids it
            statement.execute("PRAGMA query_only=OFF");
            statement.execute("VACUUM INTO '" + target + "'");
        } finally {
            try (var statement = session.connection().createStatement()) {
                statement.execute("PRAGMA query_only=ON");
            }
        }
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
            syncFolder(parent(target));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sync the snapshot", e);
        }
    }

    public CheckReport check(WriteSession session, List<String> fullTextTables) throws SQLException {
        List<String> findings = new ArrayList<>(findings(session, "PRAGMA quick_check(20)"));
        try (var row = session.kept("PRAGMA foreign_key_check").executeQuery()) {
            while (row.next() && findings.size() < 20) {
                findings.add("a row of " + row.getString(1) + " refers to a missing row of " + row.getString(3));
            }
        }
        for (String table : fullTextTables) {
            checkFullText(session, table, findings);
        }
        return new CheckReport(findings);
    }

    private static void checkFullText(WriteSession session, String table, List<String> findings) throws SQLException {
        try {
            session.transaction(transaction -> {
                transaction.execute("INSERT INTO " + table + "(" + table + ") VALUES ('integrity-check')");
                return true;
            });
        } catch (SQLException e) {
            if (StorageException.kindOf(e) != StorageException.Kind.DAMAGED) {
                throw e;
            }
            findings.add("the full-text index " + table + " is damaged");
        }
    }

    private static List<String> findings(WriteSession session, String pragma) throws SQLException {
        List<String> findings = new ArrayList<>();
        try (var row = session.kept(pragma).executeQuery()) {
            while (row.next()) {
                if (!"ok".equals(row.getString(1))) {
                    findings.add(row.getString(1));
                }
            }
        }
        return findings;
    }

    /// Bytes that may still be written to the disk the file is on.
    public long diskFreeBytes() {
        try {
            return Files.getFileStore(parent(path)).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask the disk for its free space", e);
        }
    }
}
