package chat.waddle.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriftCheckTest {
    private final DriftCheck check = new DriftCheck(PondFile.CATALOG);

    @TempDir
    private Path folder;

    private PondFile pond;

    @BeforeEach
    void open() throws SQLException {
        pond = PondFile.open(folder.resolve("pond.db"));
        new Migrator(PondFile.CATALOG, InstantSource.fixed(Instant.EPOCH)).migrate(pond.connection);
    }

    @AfterEach
    void close() throws SQLException {
        pond.close();
    }

    @Test
    void aMigratedFileIsCleanAtEveryVersion() throws SQLException {
        assertThat(check.inspect(pond.connection)).isEqualTo(new DriftReport("pond", 3, List.of()));
        for (int version = 0; version < 3; version++) {
            try (PondFile older = PondFile.open(folder.resolve("older" + version + ".db"))) {
                new Migrator(PondFile.CATALOG, InstantSource.system()).migrateTo(older.connection, version);
                assertThat(check.inspect(older.connection).isClean()).isTrue();
            }
        }
        assertThat(check.expected(1).sha256()).isNotEqualTo(check.expected(3).sha256());
    }

    @Test
    void rowsStatisticsAndFullTextContentAreNoDrift() throws SQLException {
        pond.run("INSERT INTO ducks (name) VALUES ('Cleo')");
        pond.run("INSERT INTO songs (words) VALUES ('more of it')");
        pond.run("INSERT INTO songs (songs) VALUES ('optimize')");
        pond.run("ANALYZE");
        assertThat(check.inspect(pond.connection).lines()).isEmpty();
    }

    @Test
    void whatSomeoneChangedByHandIsNamed() throws SQLException {
        pond.run("DROP INDEX ducks_by_name");
        pond.run("CREATE TABLE scratch (x INTEGER) STRICT");
        pond.run("ALTER TABLE feathers ADD COLUMN length_mm INTEGER");
        assertThat(check.inspect(pond.connection).lines())
                .containsExactly(
                        "index ducks_by_name is missing", "table feathers was changed", "table scratch was added");
    }

    @Test
    void aChangedChecksumIsNamed() throws SQLException {
        pond.run("UPDATE schema_migrations SET checksum = printf('%064d', 1) WHERE version = 2");
        assertThat(check.inspect(pond.connection).drifts())
                .singleElement()
                .isEqualTo(new Drift.StepChanged(
                        2,
                        "add_songs",
                        "0".repeat(63) + "1",
                        PondFile.CATALOG.step(2).sha256()));
    }

    @Test
    void aNewerFileIsNotCompared() throws SQLException {
        pond.run("PRAGMA user_version = 4");
        assertThatThrownBy(() -> check.inspect(pond.connection)).isInstanceOf(MigrationException.NewerFile.class);
    }

    @Test
    void theFingerprintIgnoresWhiteSpaceCommentsAndOrderButNoMeaning() throws SQLException {
        String one = fingerprint(
                "CREATE TABLE a (x TEXT DEFAULT 'p  q', y INTEGER) STRICT; CREATE TABLE b (z INTEGER) STRICT");
        assertThat(
                        fingerprint(
                                "CREATE TABLE b(z INTEGER) STRICT;"
                                        + "CREATE TABLE a (\n  x TEXT DEFAULT 'p  q', -- the author's\n  y /* why? */ INTEGER\n) STRICT"))
                .isEqualTo(one);
        assertThat(fingerprint(
                        "CREATE TABLE a (x TEXT DEFAULT 'p q', y INTEGER) STRICT; CREATE TABLE b (z INTEGER) STRICT"))
                .isNotEqualTo(one);
        assertThat(fingerprint("CREATE TABLE a (x TEXT DEFAULT 'p  q', y INTEGER); CREATE TABLE b (z INTEGER) STRICT"))
                .isNotEqualTo(one);
    }

    private static String fingerprint(String script) throws SQLException {
        try (var memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Pragmas.run(memory, script);
            return SchemaFingerprint.of(memory).sha256();
        }
    }
}
