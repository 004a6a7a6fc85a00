package chat.waddle.sqlite.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.StorageException.Kind;
import chat.waddle.sqlite.notes.Heard;
import chat.waddle.sqlite.notes.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fills a small disk under a file, and frees it again. Needs the right to mount.
final class FullDiskDrill {
    private static final String TEXT = " some words to fill a page with".repeat(60);

    @TempDir
    private Path folder;

    static void mount(Path folder, String options) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
    }

    static void unmount(Path folder) throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }

    private static void run(String... line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", line)).isZero();
    }

    /// Adds notes until five in a row find the disk full.
    private static void fill(Notes notes, List<String> answered) {
        for (int refused = 0, i = 0; refused < 5; i++) {
            String text = answered.size() + "/" + i + TEXT;
            try {
                notes.added(text);
                answered.add(text);
            } catch (StorageException e) {
                assertThat(e.kind()).as(e.getMessage()).isIn(Kind.DISK_FULL, Kind.IO);
                refused++;
            }
        }
    }

    @Test
    void aFullDiskLosesNothingAnsweredAndHealsWithoutARestart() throws IOException, InterruptedException {
        Path disk = folder.resolve("disk");
        mount(disk, "size=7m");
        Heard heard = new Heard();
        try (Notes notes = new Notes(disk.resolve("notes.db"), FileOptions.withLimit(1L << 30), heard)) {
            Path ballast = Files.write(disk.resolve("ballast"), new byte[3 << 20]);
            List<String> answered = new ArrayList<>();
            fill(notes, answered);
            int whenFull = answered.size();
            assertThat(whenFull).isGreaterThan(20);
            assertThat(notes.texts()).as("reads go on").containsAll(answered);
            Files.delete(ballast);
            for (int i = 0; i < 50; i++) {
                String text = "after " + i;
                notes.added(text);
                answered.add(text);
            }
            List<String> texts = notes.texts();
            assertThat(texts).containsAll(answered).doesNotHaveDuplicates();
            assertThat(notes.engine().check(List.of("notes_fts")).findings()).isEmpty();
            assertThat(heard.quarantined()).isEmpty();
            notes.reopen(notes.engine().seq());
            assertThat(notes.texts()).isEqualTo(texts);
            System.out.printf(
                    "full disk drill: %d answered until full, reopened %d times, %d more after space was freed,"
                            + " 0 lost%n",
                    whenFull, heard.reopened().size(), answered.size() - whenFull);
        } finally {
            unmount(disk);
        }
    }
}
