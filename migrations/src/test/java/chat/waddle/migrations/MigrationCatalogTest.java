package chat.waddle.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MigrationCatalogTest {
    @Test
    void stepsAreLoadedInOrderWithNameAndHash() {
        List<Migration> steps = PondFile.CATALOG.migrations();
        assertThat(steps).extracting(Migration::version).containsExactly(1, 2, 3);
        assertThat(steps).extracting(Migration::name).containsExactly("create_ducks", "add_songs", "add_sightings");
        assertThat(steps).extracting(Migration::sha256).doesNotHaveDuplicates().allMatch(hash -> hash.length() == 64);
        assertThat(PondFile.CATALOG.latestVersion()).isEqualTo(3);
    }

    @Test
    void theHashIgnoresHowLinesEndButNothingElse() {
        Migration unix = Migration.parse("0001_make_it.sql", "SELECT 1;\nSELECT 2;\n");
        assertThat(Migration.parse("0001_make_it.sql", "SELECT 1;\r\nSELECT 2;\r\n")
                        .sha256())
                .isEqualTo(unix.sha256());
        assertThat(Migration.parse("0001_make_it.sql", "SELECT 1;\nSELECT  2;\n")
                        .sha256())
                .isNotEqualTo(unix.sha256());
    }

    @Test
    void aGapInTheVersionsIsRefused() {
        assertThatThrownBy(() -> MigrationCatalog.load("gap", 1, "/chat/waddle/migrations/index-gap/"))
                .hasMessageContaining("needs version 2")
                .hasMessageContaining("3 add_sightings");
    }

    @Test
    void aNameThatIsNotNumberVerbNounIsRefused() {
        assertThatThrownBy(() -> MigrationCatalog.load("bad", 1, "/chat/waddle/migrations/index-bad-name/"))
                .hasMessageContaining("NNNN_verb_noun.sql");
        for (String name :
                List.of("001_create_x.sql", "0001_create.sql", "0001_Create_x.sql", "0001_create_x.sql.bak")) {
            assertThatThrownBy(() -> Migration.parse(name, "")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Migration.parse("0001_create_x.sql", "").label()).isEqualTo("1 create_x");
    }

    @Test
    void aMissingOrEmptyFolderIsRefused() {
        assertThatThrownBy(() -> MigrationCatalog.load("none", 1, "/chat/waddle/migrations/none/"))
                .hasMessageContaining("none/index.txt");
        assertThatThrownBy(() -> new MigrationCatalog("empty", 1, List.of())).hasMessageContaining("no migration");
    }
}
