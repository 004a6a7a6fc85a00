package chat.waddle.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Compares a file with what the migrations of its version make: the recorded steps and the shape of the schema.
///
/// The expected shape comes from migrating an empty database in memory, once per version, on the calling thread.
/// Thread-safe.
public final class DriftCheck {
    private final MigrationCatalog catalog;
    private final Map<Integer, SchemaFingerprint> expected = new ConcurrentHashMap<>();

    public DriftCheck(MigrationCatalog catalog) {
        this.catalog = catalog;
    }

    /// Compares an open file; it is only read. Not while the same file is being migrated.
    ///
    /// @throws MigrationException if the file is newer than this program
    public DriftReport inspect(Connection connection) throws SQLException {
        int version = Pragmas.userVersion(connection);
        if (version > catalog.latestVersion()) {
            throw new MigrationException.NewerFile(catalog.schemaName(), version, catalog.latestVersion());
        }
        List<Drift> drifts = new ArrayList<>(LedgerCheck.drifts(catalog, version, Ledger.rows(connection)));
        drifts.addAll(SchemaFingerprint.of(connection).driftsFrom(expected(version)));
        return new DriftReport(catalog.schemaName(), version, drifts);
    }

    /// The shape a file of this version must have.
    public SchemaFingerprint expected(int version) throws SQLException {
        SchemaFingerprint known = expected.get(version);
        if (known != null) {
            return known;
        }
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            new Migrator(catalog, InstantSource.fixed(Instant.EPOCH)).migrateTo(memory, version);
            SchemaFingerprint computed = SchemaFingerprint.of(memory);
            expected.put(version, computed);
            return computed;
        }
    }
}
