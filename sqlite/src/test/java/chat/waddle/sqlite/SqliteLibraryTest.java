package chat.waddle.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void theLibraryOfThisBuildIsNewEnough() {
        String version = SqliteLibrary.load(folder.resolve("native"));
        assertThatCode(() -> SqliteLibrary.requireAtLeast(SqliteLibrary.OLDEST, version))
                .doesNotThrowAnyException();
        assertThat(folder.resolve("native")).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.51.10", "3.52", "4.0.0", "3.100.0"})
    void newerVersionsAreTaken(String version) {
        assertThatCode(() -> SqliteLibrary.requireAtLeast("3.51.3", version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.2", "3.9.99", "2.99.99", "3.51"})
    void olderVersionsAreRefusedWithWhatToDo(String version) {
        assertThatThrownBy(() -> SqliteLibrary.requireAtLeast("3.51.3", version))
                .hasMessageContaining("too old")
                .hasMessageContaining("Update sqlite-jdbc");
    }
}
