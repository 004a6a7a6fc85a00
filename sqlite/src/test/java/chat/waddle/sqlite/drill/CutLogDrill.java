package chat.waddle.sqlite.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import chat.waddle.sqlite.notes.NoteCommand;
import chat.waddle.sqlite.notes.Notes;
import chat.waddle.sqlite.notes.NotesFile;
import chat.waddle.sqlite.notes.NotesProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cuts the write-ahead log where a power failure could, and puts garbage behind the cut.
final class CutLogDrill {
    private static final int CUTS = Integer.getInteger("drill.cuts", 200);
    private static final int NOTES = 120;

    @TempDir
    private Path folder;

    @Test
    void aCutLogIsAlwaysAPrefixOfCommits() throws IOException {
        NavigableMap<Long, Long> endOfCommit = new TreeMap<>();
        endOfCommit.put(0L, 0L);
        Path kept = folder.resolve("kept");
        try (Notes notes = Notes.in(folder.resolve("live"))) {
            Path wal = notes.path().resolveSibling("notes.db-wal");
            Files.createDirectories(kept);
            for (int i = 0; i < NOTES; i++) {
                notes.added("n" + i);
                endOfCommit.put(Files.size(wal), i + 1L);
            }
            boolean _ = notes.run(session -> copied(notes.path(), kept));
        }
        byte[] log = Files.readAllBytes(kept.resolve("notes.db-wal"));
        assertThat(endOfCommit).hasSizeGreaterThan(NOTES / 2);
        Random random = new Random(Long.getLong("drill.seed", 7));
        try (SqliteThreads threads = SqliteThreads.start(1, 1)) {
            for (int cut = 0; cut < CUTS; cut++) {
                int length = random.nextInt(log.length + 1);
                byte[] left = Arrays.copyOf(log, length + (cut % 2) * random.nextInt(10_000));
                IntStream.range(length, left.length).forEach(i -> left[i] = (byte) random.nextInt());
                long synced = endOfCommit.floorEntry((long) length).getValue();
                assertThat(opened(kept, left, synced, threads)).isEqualTo(synced);
            }
        }
        System.out.printf("cut log drill: %d cuts of a log of %d bytes, each a prefix of commits%n", CUTS, log.length);
    }

    /// Another process copies: closing a file here would drop SQLite's locks on it.
    private static boolean copied(Path file, Path to) {
        try {
            return new ProcessBuilder("cp", file.toString(), file + "-wal", to.toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long opened(Path kept, byte[] log, long mark, SqliteThreads threads) throws IOException {
        Path file = folder.resolve("cut.db");
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("cut.db" + suffix));
        }
        Files.copy(kept.resolve("notes.db"), file);
        Files.write(folder.resolve("cut.db-wal"), log);
        Engine.Setup setup = new Engine.Setup(
                NotesFile.types(), new NotesProgram(), InstantSource.system(), EngineListener.NONE, mark);
        try (Engine engine =
                Engine.open(NotesFile.file(file, Notes.ID, NotesFile.OPTIONS, threads), NotesFile.OPTIONS, setup)) {
            List<String> texts = Engine.await(engine.read(NotesProgram::texts), Notes.PATIENCE);
            assertThat(texts)
                    .isEqualTo(IntStream.range(0, texts.size())
                            .mapToObj(i -> "n" + i)
                            .toList());
            assertThat(engine.seq()).isEqualTo(texts.size());
            assertThat(engine.check(List.of("notes_fts")).findings()).isEmpty();
            var _ = Engine.await(
                    engine.submit(new NoteCommand.Add("goes on"), chat.waddle.sqlite.command.Request.bySystem()),
                    Notes.PATIENCE);
            return texts.size();
        }
    }
}
