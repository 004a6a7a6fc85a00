package chat.waddle.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/// Brings one open file from its `PRAGMA user_version` to the newest version of its schema.
///
/// A file that is current costs one pragma. Otherwise each step is one `BEGIN IMMEDIATE` transaction: the script, its
/// row
/// in `schema_migrations`, `user_version`, the check of all foreign keys. So a step happened wholly or not at all, and
/// a
/// run that was killed goes on with the next step. Foreign keys are off while steps run: with them on, replacing a
/// table
/// would delete the rows that refer to it. Needs a connection of its own, in autocommit mode, on the thread that owns
/// it.
/// Holds no state of a file: one instance serves all files.
public final class Migrator {
    private static final int EXAMPLES = 5;

    private final MigrationCatalog catalog;
    private final InstantSource clock;

    public Migrator(MigrationCatalog catalog, InstantSource clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /// Migrates to the newest version.
    ///
    /// @throws MigrationException if the file is refused or a step does not fit it
    /// @throws SQLException if the file could not be read or written (busy, full, damaged); completed steps stay
    public MigrationOutcome migrate(Connection connection) throws SQLException {
        return migrateTo(connection, catalog.latestVersion());
    }

    MigrationOutcome migrateTo(Connection connection, int target) throws SQLException {
        int version = Pragmas.userVersion(connection);
        if (version == target) {
            return new MigrationOutcome.Current(version);
        }
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "The migrator begins its own transactions; hand in an autocommit connection");
        }
        requireOurs(connection);
        applySteps(connection, version + 1, target);
        return new MigrationOutcome.Migrated(version, target);
    }

    /// In one read transaction, or a step that another process commits meanwhile would look like drift.
    private void requireOurs(Connection connection) throws SQLException {
        Pragmas.run(connection, "BEGIN");
        try {
            int version = Pragmas.userVersion(connection);
            requireOurFile(connection, version);
            if (version > catalog.latestVersion()) {
                throw new MigrationException.NewerFile(catalog.schemaName(), version, catalog.latestVersion());
            }
            requireOurSteps(connection, version);
            Pragmas.run(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private void requireOurFile(Connection connection, int version) throws SQLException {
        long found = Pragmas.number(connection, "PRAGMA application_id");
        if (found == catalog.applicationId()) {
            return;
        }
        boolean blank =
                version == 0 && found == 0 && Pragmas.number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!blank) {
            throw new MigrationException.ForeignFile(
                    catalog.schemaName(),
                    "its application_id is %#x, expected %#x".formatted(found, catalog.applicationId()));
        }
    }

    private void requireOurSteps(Connection connection, int version) throws SQLException {
        List<Drift> drifts = LedgerCheck.drifts(catalog, version, Ledger.rows(connection));
        if (!drifts.isEmpty()) {
            throw new MigrationException.Drifted(new DriftReport(catalog.schemaName(), version, drifts));
        }
    }

    private void applySteps(Connection connection, int first, int last) throws SQLException {
        boolean enforced = Pragmas.number(connection, "PRAGMA foreign_keys") == 1;
        Pragmas.run(connection, "PRAGMA foreign_keys = OFF");
        try {
            for (int version = first; version <= last; version++) {
                apply(connection, catalog.step(version));
            }
        } finally {
            if (enforced) {
                Pragmas.run(connection, "PRAGMA foreign_keys = ON");
            }
        }
    }

    private void apply(Connection connection, Migration step) throws SQLException {
        Pragmas.run(connection, "BEGIN IMMEDIATE");
        try {
            // another process may have taken this step while we waited for the lock
            if (Pragmas.userVersion(connection) < step.version()) {
                runScript(connection, step);
                Ledger.record(connection, step, clock.instant());
                Pragmas.run(connection, "PRAGMA application_id = " + catalog.applicationId());
                Pragmas.run(connection, "PRAGMA user_version = " + step.version());
                requireReferences(connection, step);
            }
            Pragmas.run(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private void runScript(Connection connection, Migration step) throws SQLException {
        try {
            Pragmas.run(connection, step.sql());
        } catch (SQLException e) {
            if (blamesTheScript(e)) {
                throw new MigrationException.StepFailed(catalog.schemaName(), step, e);
            }
            throw e;
        }
    }

    /// Wrong SQL or rows that do not fit it, as opposed to a lock, a disk or a damaged file.
    private static boolean blamesTheScript(SQLException e) {
        int primaryCode = e.getErrorCode() & 0xFF;
        return primaryCode == SQLiteErrorCode.SQLITE_ERROR.code
                || primaryCode == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                || primaryCode == SQLiteErrorCode.SQLITE_MISMATCH.code
                || primaryCode == SQLiteErrorCode.SQLITE_SCHEMA.code;
    }

    private void requireReferences(Connection connection, Migration step) throws SQLException {
        List<String> broken = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (broken.size() < EXAMPLES && row.next()) {
                broken.add("row " + row.getString(2) + " of " + row.getString(1) + " without its " + row.getString(3));
            }
        }
        if (!broken.isEmpty()) {
            throw new MigrationException.BrokenReferences(catalog.schemaName(), step, broken);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            Pragmas.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e); // after a disk error SQLite has rolled back by itself
        }
    }
}
