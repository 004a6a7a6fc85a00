package chat.waddle.sqlite.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.SqliteLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts where nothing in the temporary folder may be executed. Needs the right to mount.
final class NativeFolderDrill {
    @TempDir
    private Path folder;

    /// Loads the library, from a private folder if one is given.
    static final class Loader {
        private Loader() {}

        static void main(String[] arguments) throws java.sql.SQLException {
            if (arguments.length > 0) {
                String _ = SqliteLibrary.load(Path.of(arguments[0]));
            }
            java.sql.DriverManager.getConnection("jdbc:sqlite::memory:").close();
        }
    }

    private static int load(Path temporary, List<String> arguments) throws IOException, InterruptedException {
        return new ProcessBuilder(Child.java(Loader.class, List.of("-Djava.io.tmpdir=" + temporary), arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void aTemporaryFolderWithoutExecutionDoesNotMatter() throws IOException, InterruptedException {
        Path temporary = folder.resolve("noexec");
        FullDiskDrill.mount(temporary, "size=8m,noexec");
        try {
            assertThat(load(temporary, List.of()))
                    .as("without a private folder it fails")
                    .isNotZero();
            assertThat(load(temporary, List.of(folder.resolve("native").toString())))
                    .isZero();
        } finally {
            FullDiskDrill.unmount(temporary);
        }
    }
}
