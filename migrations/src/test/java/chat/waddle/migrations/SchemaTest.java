package chat.waddle.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The scripts that are really shipped.
final class SchemaTest {
    @ParameterizedTest
    @EnumSource
    void folderAndIndexAgree(Schema schema) throws Exception {
        var folder = Objects.requireNonNull(SchemaTest.class.getResource(schema.resourceFolder()));
        List<String> indexed = Files.readAllLines(Path.of(folder.toURI()).resolve("index.txt"));
        try (var files = Files.list(Path.of(folder.toURI()))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> !name.equals("index.txt")))
                    .containsExactlyInAnyOrderElementsOf(indexed);
        }
        assertThat(schema.catalog().latestVersion()).isEqualTo(indexed.size()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void everyScriptKeepsTheRules(Schema schema) {
        for (Migration step : schema.catalog().migrations()) {
            assertThat(SqlRules.findings(step.sql())).as(step.label()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTableIsStrictAndReferencesExistingOnes(Schema schema) throws Exception {
        try (Connection memory = migrated(schema)) {
            assertThat(Pragmas.number(memory, "SELECT count(*) FROM pragma_table_list WHERE type = 'table'"))
                    .isGreaterThan(3);
            assertThat(Pragmas.number(memory, """
                    SELECT count(*) FROM pragma_table_list
                     WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'
                    """)).isZero();
            assertThat(Pragmas.number(memory, """
                    SELECT count(*) FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f
                     WHERE s.type = 'table' AND f."table" NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')
                    """)).isZero();
            assertThat(Pragmas.number(
                            memory, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMigratedFileIsMarkedAndFreeOfDrift(Schema schema) throws Exception {
        try (Connection memory = migrated(schema)) {
            assertThat(Pragmas.number(memory, "PRAGMA application_id")).isEqualTo(schema.applicationId());
            assertThat(new DriftCheck(schema.catalog()).inspect(memory).lines()).isEmpty();
        }
    }

    private static Connection migrated(Schema schema) throws Exception {
        Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        new Migrator(schema.catalog(), InstantSource.fixed(Instant.EPOCH)).migrate(memory);
        return memory;
    }
}
