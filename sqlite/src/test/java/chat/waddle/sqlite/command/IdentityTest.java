package chat.waddle.sqlite.command;

import static chat.waddle.sqlite.notes.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.Identity;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.StorageException.Kind;
import chat.waddle.sqlite.notes.Heard;
import chat.waddle.sqlite.notes.NoteCommand.Add;
import chat.waddle.sqlite.notes.NoteCommand.Flood;
import chat.waddle.sqlite.notes.Notes;
import chat.waddle.sqlite.notes.NotesFile;
import chat.waddle.sqlite.notes.NotesProgram;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is not what it should be is refused alone, by its kind of fault, and is not changed by being judged.
final class IdentityTest {
    @TempDir
    private Path folder;

    private final SqliteThreads threads = SqliteThreads.start(1, 1);
    private final Heard heard = new Heard();
    private Path good;
    private Path bad;

    @BeforeEach
    void twoFiles() {
        good = folder.resolve("good.db");
        bad = folder.resolve("bad.db");
        make(good, "good", 5);
        make(bad, "bad", 50);
    }

    @AfterEach
    void end() {
        try (Engine engine = open(good, "good", 0)) {
            add(engine, "the good file serves");
            assertThat(engine.check(List.of("notes_fts")).findings()).isEmpty();
        }
        threads.close();
    }

    private void make(Path path, String id, int notes) {
        NotesFile.create(path, id);
        try (Engine engine = open(path, id, 0)) {
            for (int i = 0; i < notes; i++) {
                add(engine, "note " + i + " of " + id);
            }
        }
    }

    private static void add(Engine engine, String text) {
        Committed<?> _ = Engine.await(engine.submit(new Add(text), Request.bySystem()), Notes.PATIENCE);
    }

    private Engine open(Path path, String id, long highWaterMark) {
        return open(NotesFile.file(path, id, NotesFile.OPTIONS, threads), highWaterMark);
    }

    private Engine open(SqliteFile file, long highWaterMark) {
        return Engine.open(
                file,
                NotesFile.OPTIONS,
                new Engine.Setup(NotesFile.types(), new NotesProgram(), InstantSource.system(), heard, highWaterMark));
    }

    private void assertRefused(Kind kind) {
        assertFails(kind, () -> open(bad, "bad", 0).close());
        assertThat(heard.quarantined()).containsExactly(kind);
    }

    private void damage(long offset, byte[] bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(bad.toFile(), "rw")) {
            file.seek(offset);
            file.write(bytes);
        }
    }

    private static byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xA7);
        return bytes;
    }

    @Test
    void aMissingFileIsNotMade() throws IOException {
        Files.delete(bad);
        assertRefused(Kind.MISSING);
        assertThat(bad).doesNotExist();
    }

    @Test
    void aZeroByteFileIsDamagedAndStaysAsItIs() throws IOException {
        Files.write(bad, new byte[0]);
        assertRefused(Kind.DAMAGED);
        assertThat(bad).isEmptyFile();
    }

    @Test
    void aTruncatedFileIsDamaged() throws IOException {
        Files.write(bad, Arrays.copyOf(Files.readAllBytes(bad), 4096 * 5));
        assertRefused(Kind.DAMAGED);
    }

    @Test
    void aFileWithAGarbageHeaderIsDamaged() throws IOException {
        damage(0, garbage(100));
        byte[] before = Files.readAllBytes(bad);
        assertRefused(Kind.DAMAGED);
        assertThat(Files.readAllBytes(bad)).isEqualTo(before);
    }

    @Test
    void aSmallFileWithAGarbagePageIsDamaged() throws IOException {
        long pages = Files.size(bad) / 4096;
        damage((pages / 2) * 4096, garbage(4096));
        assertRefused(Kind.DAMAGED);
    }

    @Test
    void aFileOfAnotherKindIsDamagedAndNotTouched() throws IOException {
        damage(68, new byte[] {0, 0, 0, 42});
        byte[] before = Files.readAllBytes(bad);
        assertRefused(Kind.DAMAGED);
        assertThat(Files.readAllBytes(bad)).isEqualTo(before);
    }

    @Test
    void anotherFilesContentIsDamaged() throws IOException {
        Files.copy(good, bad, StandardCopyOption.REPLACE_EXISTING);
        assertRefused(Kind.DAMAGED);
    }

    @Test
    void aFileWithoutAnIdentityRowIsDamaged() {
        Path plain = folder.resolve("plain.db");
        SqliteFile.create(
                plain,
                NotesFile.APPLICATION_ID,
                connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.executeUpdate("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
                    }
                },
                session -> true);
        assertFails(Kind.DAMAGED, () -> open(plain, "plain", 0).close());
    }

    /// Closing the connection that found it out must not write the foreign log into the file.
    @Test
    void aForeignLogBesideAFileIsDamageAndDoesNotDestroyIt() throws IOException {
        Path log = logOf("stranger", 40);
        byte[] before = Files.readAllBytes(bad);
        Files.copy(log, folder.resolve("bad.db-wal"));
        assertRefused(Kind.DAMAGED);
        assertThat(Files.readAllBytes(bad)).isEqualTo(before);
        Files.delete(folder.resolve("bad.db-wal"));
        Files.deleteIfExists(folder.resolve("bad.db-shm"));
        try (Engine engine = open(bad, "bad", 50)) {
            assertThat(engine.seq()).isEqualTo(50);
        }
    }

    /// The log a process leaves that was killed while it wrote the whole of a file.
    private Path logOf(String id, int notes) throws IOException {
        Path stranger = folder.resolve(id + ".db");
        make(stranger, id, 1);
        Path copy = folder.resolve("copy-wal");
        try (Engine engine = open(stranger, id, 0)) {
            for (int i = 0; i < notes; i++) {
                add(engine, "strange " + i);
            }
            for (String written : List.of(id + " for a moment", id)) { // SQLite leaves out a page that stays the same
                boolean _ = engine.run(session -> session.transaction(transaction -> {
                    transaction.execute("UPDATE shard_meta SET file_id = '" + written + "'");
                    return true;
                }));
            }
            Files.copy(folder.resolve(id + ".db-wal"), copy);
        }
        return copy;
    }

    @Test
    void aFileOfANewerProgramIsRefusedAsNewer() throws IOException {
        damage(60, new byte[] {0, 0, 0, 2});
        assertRefused(Kind.NEWER);
    }

    @Test
    void aFileThatLostItsLogIsDamaged() throws IOException {
        try (Engine engine = open(bad, "bad", 50)) {
            assertThat(engine.seq()).isEqualTo(50);
        }
        assertFails(Kind.DAMAGED, () -> open(bad, "bad", 51).close());
    }

    @Test
    void aFileThatCannotBeOpenedNowIsNotTakenForMissing() throws IOException {
        Path inTheWay = Files.createDirectory(folder.resolve("bad.db-wal"));
        assertFails(Kind.IO, () -> open(bad, "bad", 0).close());
        assertThat(heard.quarantined()).isEmpty();
        Files.delete(inTheWay);
        try (Engine engine = open(bad, "bad", 50)) {
            assertThat(engine.itemCount()).isEqualTo(50);
        }
    }

    @Test
    void aQuarantinedFileFailsEveryCallWithItsCause() throws IOException {
        try (Engine engine = open(bad, "bad", 0)) {
            engine.quarantine(new StorageException(Kind.DAMAGED, "found by a check"));
            assertFails(Kind.DAMAGED, () -> add(engine, "no more"));
            assertFails(Kind.DAMAGED, () -> Engine.await(engine.read(session -> true), Notes.PATIENCE));
            assertThat(engine.quarantined()).isPresent();
        }
        assertThat(heard.quarantined()).containsExactly(Kind.DAMAGED);
    }

    @Test
    void damageMetByAReadTakesTheFileOutOfService() throws IOException {
        Path large = folder.resolve("large.db");
        make(large, "large", 1);
        try (Engine engine = open(large, "large", 0)) {
            Committed<?> _ = Engine.await(engine.submit(new Flood(900, 12_000), Request.bySystem()), Notes.PATIENCE);
        }
        long pages = Files.size(large) / 4096;
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            for (long page = pages / 4; page < pages; page++) {
                file.seek(page * 4096);
                file.write(garbage(4096));
            }
        }
        try (Engine engine = open(NotesFile.file(large, "large", NotesFile.OPTIONS, threads), 0)) {
            assertFails(Kind.DAMAGED, () -> Engine.await(engine.read(NotesProgram::texts), Notes.PATIENCE));
            assertThat(engine.quarantined()).isPresent();
        } catch (StorageException e) {
            assertThat(e.kind()).isEqualTo(Kind.DAMAGED); // the program's own first look may meet it already
        }
    }

    @Test
    void theIdentityIsComparedWhole() {
        SqliteFile expectsMore = new SqliteFile(
                bad, new Identity(NotesFile.APPLICATION_ID, "bad2", 1), NotesFile::upgrade, NotesFile.OPTIONS, threads);
        assertFails(Kind.DAMAGED, () -> open(expectsMore, 0).close());
    }
}
