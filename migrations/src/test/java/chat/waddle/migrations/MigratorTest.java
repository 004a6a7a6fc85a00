package chat.waddle.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigratorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    private Path folder;

    private PondFile pond;

    @BeforeEach
    void open() throws SQLException {
        pond = PondFile.open(folder.resolve("pond.db"));
    }

    @AfterEach
    void close() throws SQLException {
        pond.close();
    }

    private static Migrator migrator(MigrationCatalog catalog) {
        return new Migrator(catalog, InstantSource.fixed(NOW));
    }

    private MigrationOutcome migrate(MigrationCatalog catalog) throws SQLException {
        return migrator(catalog).migrate(pond.connection);
    }

    private long objects() throws SQLException {
        return pond.number("SELECT count(*) FROM sqlite_schema");
    }

    @Test
    void anEmptyFileGetsEveryStepAndIsMarked() throws SQLException {
        assertThat(migrate(PondFile.CATALOG)).isEqualTo(new MigrationOutcome.Migrated(0, 3));
        assertThat(pond.version()).isEqualTo(3);
        assertThat(pond.number("PRAGMA application_id")).isEqualTo(PondFile.APPLICATION_ID);
        assertThat(Ledger.rows(pond.connection).values())
                .extracting(Ledger.Row::checksum)
                .isEqualTo(PondFile.CATALOG.migrations().stream()
                        .map(Migration::sha256)
                        .toList());
        assertThat(pond.number("SELECT DISTINCT applied_at_ms FROM schema_migrations"))
                .isEqualTo(NOW.toEpochMilli());
        assertThat(pond.number("SELECT strict FROM pragma_table_list WHERE name = 'schema_migrations'"))
                .isEqualTo(1);
    }

    @Test
    void aCurrentFileIsNotTouched() throws SQLException {
        migrate(PondFile.CATALOG);
        pond.run("DROP TABLE schema_migrations"); // anything behind the gate would notice
        assertThat(migrate(PondFile.CATALOG)).isEqualTo(new MigrationOutcome.Current(3));
    }

    @Test
    void anOlderFileGetsOnlyTheMissingSteps() throws SQLException {
        migrate(PondFile.catalog(1));
        pond.run("INSERT INTO ducks (id, name) VALUES (2, 'Ben')");
        assertThat(migrate(PondFile.CATALOG)).isEqualTo(new MigrationOutcome.Migrated(1, 3));
        assertThat(pond.number("SELECT count(*) FROM ducks WHERE seen_at_ms = 0"))
                .isEqualTo(2);
    }

    @Test
    void replacingATableKeepsTheRowsThatReferToIt() throws SQLException {
        migrate(PondFile.catalog(2));
        assertThat(pond.number("SELECT count(*) FROM feathers")).isEqualTo(1);
        migrate(PondFile.CATALOG);
        assertThat(pond.number("SELECT count(*) FROM feathers")).isEqualTo(1);
        assertThat(pond.number("PRAGMA foreign_keys")).isEqualTo(1);
        pond.run("DELETE FROM ducks");
        assertThat(pond.number("SELECT count(*) FROM feathers")).isZero();
    }

    @Test
    void aNewerFileIsRefusedWithWhatToDo() throws SQLException {
        migrate(PondFile.CATALOG);
        assertThatThrownBy(() -> migrate(PondFile.catalog(2)))
                .isInstanceOf(MigrationException.NewerFile.class)
                .hasMessageContaining("version 3")
                .hasMessageContaining("up to 2")
                .hasMessageContaining("newer one");
        assertThat(pond.version()).isEqualTo(3);
    }

    @Test
    void aFileOfAnotherKindIsRefusedUntouched() throws SQLException {
        pond.run("PRAGMA application_id = 7");
        assertThatThrownBy(() -> migrate(PondFile.CATALOG))
                .isInstanceOf(MigrationException.ForeignFile.class)
                .hasMessageContaining("0x7");
        assertThat(objects()).isZero();
    }

    @Test
    void anUnmarkedFileWithTablesOfItsOwnIsRefused() throws SQLException {
        pond.run("CREATE TABLE someone_elses (x)");
        assertThatThrownBy(() -> migrate(PondFile.CATALOG)).isInstanceOf(MigrationException.ForeignFile.class);
        assertThat(objects()).isEqualTo(1);
    }

    @Test
    void aStepThatLeavesDanglingReferencesIsRolledBack() throws SQLException {
        assertThatThrownBy(() -> migrate(PondFile.catalog(2, "DELETE FROM ducks;")))
                .isInstanceOf(MigrationException.BrokenReferences.class)
                .hasMessageContaining("of feathers without its ducks");
        assertThat(pond.version()).isEqualTo(2);
        assertThat(pond.number("SELECT count(*) FROM ducks")).isEqualTo(1);
        assertThat(pond.number("PRAGMA foreign_keys")).isEqualTo(1);
        migrate(PondFile.catalog(2, "DELETE FROM feathers; DELETE FROM ducks;"));
        assertThat(pond.version()).isEqualTo(3);
    }

    @Test
    void aChangedScriptIsReportedAsDriftAndNoStepIsApplied() throws SQLException {
        migrate(PondFile.catalog(1, "CREATE TABLE songs (words TEXT) STRICT;"));
        assertThatThrownBy(() -> migrate(PondFile.CATALOG))
                .isInstanceOfSatisfying(
                        MigrationException.Drifted.class,
                        drifted -> assertThat(drifted.report().drifts())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Drift.StepChanged.class,
                                        step -> assertThat(step.version()).isEqualTo(2)))
                .hasMessageContaining("step 2 add_songs was applied with another script");
        assertThat(pond.version()).isEqualTo(2);
    }

    @Test
    void aVersionWithoutItsRowsIsDrift() throws SQLException {
        migrate(PondFile.catalog(1));
        pond.run("PRAGMA user_version = 2");
        assertThatThrownBy(() -> migrate(PondFile.CATALOG)).hasMessageContaining("step 2 add_songs is not recorded");
        pond.run("PRAGMA user_version = 0");
        assertThatThrownBy(() -> migrate(PondFile.CATALOG))
                .hasMessageContaining("step 1 create_ducks is recorded, but the file's version is lower");
    }

    @Test
    void aConnectionInsideATransactionIsAProgrammersError() throws SQLException {
        pond.connection.setAutoCommit(false);
        assertThatThrownBy(() -> migrate(PondFile.CATALOG)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLockedFileIsALockNotAFailedStep() throws SQLException {
        try (PondFile other = PondFile.open(folder.resolve("pond.db"))) {
            pond.run("PRAGMA busy_timeout = 1");
            other.run("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> migrate(PondFile.CATALOG))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("SQLITE_BUSY");
            other.run("ROLLBACK");
        }
        assertThat(migrate(PondFile.CATALOG)).isEqualTo(new MigrationOutcome.Migrated(0, 3));
    }

    @Test
    void twoMigratorsOfOneFileApplyEachStepOnce() throws Exception {
        Path file = folder.resolve("shared.db");
        PondFile.open(file).close();
        Runnable migration = () -> {
            try (PondFile mine = PondFile.open(file)) {
                mine.run("PRAGMA busy_timeout = 10000");
                migrator(PondFile.CATALOG).migrate(mine.connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        try (var pool = Executors.newFixedThreadPool(4)) {
            var runs = Stream.generate(() -> pool.submit(migration)).limit(4).toList();
            for (var run : runs) {
                run.get();
            }
        }
        try (PondFile shared = PondFile.open(file)) {
            assertThat(shared.version()).isEqualTo(3);
            assertThat(shared.number("SELECT count(*) FROM schema_migrations")).isEqualTo(3);
            assertThat(shared.number("SELECT count(*) FROM songs")).isEqualTo(1);
        }
    }
}
