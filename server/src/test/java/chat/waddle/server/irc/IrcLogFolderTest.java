package chat.waddle.server.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IrcLogFolderTest {
    @TempDir
    private Path folder;

    @Test
    void logsComeOldestFirstFromAnyDepth() throws IOException {
        write("late/2011-01-01.b.raw.txt", "");
        write("2004-12-31.raw.txt", "");
        write("late/deep/2011-01-01.a.raw.txt", "");
        assertThat(IrcLogFolder.open(folder).logs())
                .extracting(IrcLog::key)
                .containsExactly("2004-12-31", "2011-01-01.a", "2011-01-01.b");
    }

    @Test
    void aLogKnowsItsDayAndChannel() throws IOException {
        write("2004-12-31.train-c.raw.txt", "");
        IrcLog log = IrcLogFolder.open(folder).logs().getFirst();
        assertThat(log.date()).isEqualTo(LocalDate.of(2004, 12, 31));
        assertThat(log.channel()).isEqualTo("ubuntu");
    }

    @Test
    void theAnnotationBesideALogIsRead() throws IOException {
        write("2004-12-31.raw.txt", "[10:00] <otter> hi\n[10:01] <heron> hello\n");
        write("2004-12-31.annotation.txt", "0 1 -\n");
        assertThat(lastMessage().replies()).isEqualTo(List.of(0));
    }

    @Test
    void aLogNeedsNoAnnotation() throws IOException {
        write("2004-12-31.raw.txt", "[10:00] <otter> hi\n[10:01] <heron> hello\n");
        assertThat(lastMessage().replies()).isEmpty();
    }

    @Test
    void otherFilesArePassedOver() throws IOException {
        write("README.md", "hi");
        write("2004-12-31.annotation.txt", "0 1 -\n");
        assertThat(IrcLogFolder.open(folder).logs()).isEmpty();
    }

    @Test
    void aLogWithoutADateIsRefused() throws IOException {
        write("notes.raw.txt", "");
        assertThatThrownBy(() -> IrcLogFolder.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes");
    }

    @Test
    void twoLogsOfTheSameNameAreRefused() throws IOException {
        write("a/2004-12-31.raw.txt", "");
        write("b/2004-12-31.raw.txt", "");
        assertThatThrownBy(() -> IrcLogFolder.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("same name");
    }

    @Test
    void whatIsNoFolderIsRefused() {
        assertThatThrownBy(() -> IrcLogFolder.open(folder.resolve("missing")))
                .isInstanceOf(NotDirectoryException.class);
    }

    private IrcMessage lastMessage() throws IOException {
        try (IrcLogReader reader = IrcLogFolder.open(folder).logs().getFirst().reader()) {
            IrcMessage last = reader.next();
            for (IrcMessage next = last; next != null; next = reader.next()) {
                last = next;
            }
            return Objects.requireNonNull(last);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
