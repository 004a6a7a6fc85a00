package chat.waddle.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;

/// The native SQLite of this process: unpacked into a private folder and new enough to be trusted.
public final class SqliteLibrary {
    /// Older builds may corrupt a WAL when two connections write and checkpoint at once
    /// (sqlite.org/wal.html#walresetbug).
    static final String OLDEST = "3.51.3";

    private SqliteLibrary() {}

    /// Unpacks the native library into `folder` (so that a noexec /tmp does not matter) and checks its version.
    ///
    /// Call it before the first connection of the process; later calls only check the version.
    ///
    /// @throws StorageException when the library cannot be loaded or is too old
    public static String load(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (UnsupportedOperationException | IOException e) {
            createPlainly(folder, e);
        }
        System.setProperty("org.sqlite.tmpdir", folder.toString());
        String version = version();
        requireAtLeast(OLDEST, version);
        return version;
    }

    private static void createPlainly(Path folder, Exception first) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            e.addSuppressed(first);
            throw new UncheckedIOException("cannot make the folder for the native library: " + folder, e);
        }
    }

    private static String version() {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT sqlite_version()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw StorageException.of("load the native SQLite library", e);
        }
    }

    static void requireAtLeast(String oldest, String version) {
        if (Arrays.compare(numbers(version), numbers(oldest)) < 0) {
            throw new IllegalStateException("SQLite " + version + " is too old: " + oldest + " or newer is needed, "
                    + "because older versions can corrupt a database. Update sqlite-jdbc.");
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
