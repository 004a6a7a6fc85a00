package chat.waddle.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.sqlite.drill.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {
    @TempDir
    private Path folder;

    /// Tries to own a folder, in a process of its own.
    static final class Owner {
        private Owner() {}

        static void main(String[] arguments) {
            System.exit(DataDirectory.own(Path.of(arguments[0])).isPresent() ? 0 : 3);
        }
    }

    private int ownInAnotherProcess(Path root) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Child.java(Owner.class, List.of(), List.of(root.toString())))
                .inheritIO()
                .start();
        return process.waitFor();
    }

    @Test
    void anotherProcessCannotOwnTheSameFolder() throws IOException, InterruptedException {
        Path root = folder.resolve("data");
        try (DataDirectory _ = DataDirectory.own(root).orElseThrow()) {
            assertThat(ownInAnotherProcess(root)).isEqualTo(3);
        }
        assertThat(ownInAnotherProcess(root)).isZero();
    }

    @Test
    void aRefusedSecondOwnerInThisProcessDoesNotLoseTheLock() throws IOException, InterruptedException {
        Path root = folder.resolve("data");
        try (DataDirectory _ = DataDirectory.own(root).orElseThrow()) {
            assertThat(DataDirectory.own(root)).isEmpty();
            assertThat(DataDirectory.own(folder.resolve("other/../data"))).isEmpty();
            assertThat(ownInAnotherProcess(root)).isEqualTo(3);
        }
    }

    @Test
    void aClosedFolderCanBeOwnedAgain() {
        Path root = folder.resolve("data");
        DataDirectory first = DataDirectory.own(root).orElseThrow();
        first.close();
        first.close();
        DataDirectory.own(root).orElseThrow().close();
    }

    @Test
    void aNewFolderIsPrivate() throws IOException {
        Path root = folder.resolve("a/b/data");
        try (DataDirectory _ = DataDirectory.own(root).orElseThrow()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void pathsStayInside() {
        try (DataDirectory data = DataDirectory.own(folder.resolve("data")).orElseThrow()) {
            assertThat(data.resolve("waddles/ab/x.db")).startsWithRaw(data.root());
            assertThatThrownBy(() -> data.resolve("../evil")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> data.resolve("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> DataDirectory.own(folder.resolve("x?synchronous=OFF")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
