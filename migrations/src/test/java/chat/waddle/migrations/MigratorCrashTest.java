package chat.waddle.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands in a file after a step broke or the process was killed: whole steps only.
final class MigratorCrashTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    private Path folder;

    @Test
    void aScriptThatBreaksInTheMiddleLeavesNothing() throws SQLException {
        String broken =
                "CREATE TABLE half (x INTEGER) STRICT; INSERT INTO half VALUES (1); INSERT INTO nowhere VALUES (1);";
        try (PondFile pond = PondFile.open(folder.resolve("pond.db"))) {
            assertThatThrownBy(() -> new Migrator(PondFile.catalog(1, broken), CLOCK).migrate(pond.connection))
                    .isInstanceOf(MigrationException.StepFailed.class)
                    .hasMessageContaining("2 try_out")
                    .hasMessageContaining("nowhere");
            assertThat(pond.number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"))
                    .isZero();
            assertThat(pond.version()).isEqualTo(1);
            assertThat(pond.number("SELECT max(version) FROM schema_migrations"))
                    .isEqualTo(1);
            new Migrator(PondFile.CATALOG, CLOCK).migrate(pond.connection);
            assertThat(pond.version()).isEqualTo(3);
        }
    }

    @Test
    void anInterruptionAtEachTransactionBoundaryIsResumed() throws SQLException {
        for (int survived = 0; survived <= 3; survived++) {
            Path file = folder.resolve("cut" + survived + ".db");
            try (PondFile pond = PondFile.open(file)) {
                new Migrator(PondFile.CATALOG, CLOCK).migrateTo(pond.connection, survived);
                assertThat(pond.version()).isEqualTo(survived);
            }
            try (PondFile pond = PondFile.open(file)) {
                new Migrator(PondFile.CATALOG, CLOCK).migrate(pond.connection);
                assertThat(new DriftCheck(PondFile.CATALOG)
                                .inspect(pond.connection)
                                .lines())
                        .isEmpty();
            }
        }
    }

    @Test
    void aProcessKilledInsideAStepLeavesOnlyWholeStepsAndTheNextRunFinishes() throws Exception {
        Path file = folder.resolve("killed.db");
        try (PondFile pond = PondFile.open(file)) {
            new Migrator(PondFile.catalog(1), CLOCK).migrate(pond.connection);
        }
        Path signal = folder.resolve("inside");
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMigration.class.getName(),
                        file.toString(),
                        signal.toString())
                .inheritIO()
                .start();
        try {
            victim.waitFor(60, TimeUnit.SECONDS);
        } finally {
            victim.destroyForcibly().waitFor();
        }
        assertThat(signal).as("it halted inside the step").exists();
        try (PondFile pond = PondFile.open(file)) {
            assertThat(pond.version()).isEqualTo(1);
            assertThat(pond.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'songs%'"))
                    .isZero();
            new Migrator(PondFile.CATALOG, CLOCK).migrate(pond.connection);
            assertThat(new DriftCheck(PondFile.CATALOG).inspect(pond.connection).lines())
                    .isEmpty();
        }
    }

    /// Its clock is asked between a step's script and its row; there the process dies without any clean-up.
    static final class KilledMigration {
        private KilledMigration() {}

        public static void main(String[] args) throws Exception {
            InstantSource deadly = () -> {
                try {
                    Files.write(Path.of(args[1]), List.of("inside"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                Runtime.getRuntime().halt(137);
                return Instant.EPOCH;
            };
            try (PondFile pond = PondFile.open(Path.of(args[0]))) {
                new Migrator(PondFile.CATALOG, deadly).migrate(pond.connection);
            }
        }
    }
}
