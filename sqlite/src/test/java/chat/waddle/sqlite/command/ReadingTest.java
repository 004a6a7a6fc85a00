package chat.waddle.sqlite.command;

import static chat.waddle.sqlite.notes.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.StorageException.Kind;
import chat.waddle.sqlite.notes.NoteCommand.Add;
import chat.waddle.sqlite.notes.Notes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingTest {
    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @TempDir
    private Path folder;

    @Test
    void theConnectionThatJudgedTheFileServesTheFirstRead() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one");
            assertThat(notes.engine().openConnections()).isEqualTo(2);
            assertThat(notes.texts()).containsExactly("one");
            assertThat(notes.engine().openConnections()).isEqualTo(2);
        }
    }

    @Test
    void aQueryPastItsDeadlineIsStoppedAndItsConnectionStaysUsable() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one");
            int before = notes.engine().openConnections();
            for (int i = 0; i < 4; i++) {
                CompletableFuture<Long> endless =
                        notes.engine().read(session -> session.number(ENDLESS), Duration.ofMillis(60));
                assertFails(Kind.DEADLINE, () -> Engine.await(endless, Notes.PATIENCE));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(notes.texts()).containsExactly("one");
            }
            assertThat(notes.engine().openConnections()).isBetween(before, 3);
            notes.added("two");
        }
    }

    @Test
    void aQueryStoppedInsideASnapshotDoesNotPinTheLog() {
        try (Notes notes = Notes.in(folder)) {
            for (int i = 0; i < 4; i++) {
                CompletableFuture<Long> endless = notes.engine()
                        .read(
                                session -> session.snapshot(inside -> {
                                    long count = inside.number("SELECT count(*) FROM notes");
                                    return count + inside.number(ENDLESS);
                                }),
                                Duration.ofMillis(60));
                assertFails(Kind.DEADLINE, () -> Engine.await(endless, Notes.PATIENCE));
            }
            notes.added("one");
            boolean folded = notes.run(session -> session.foldLogIn());
            assertThat(folded).isTrue();
        }
    }

    @Test
    void aReadThatWaitsLongerThanItsDeadlineIsNotStarted() {
        try (Notes notes = Notes.in(folder)) {
            CountDownLatch release = new CountDownLatch(1);
            List<CompletableFuture<Boolean>> holding = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                holding.add(notes.engine().read(session -> {
                    Notes.await(release);
                    return true;
                }));
            }
            CompletableFuture<Boolean> late = notes.engine().read(session -> true, Duration.ZERO);
            release.countDown();
            assertFails(Kind.DEADLINE, () -> Engine.await(late, Notes.PATIENCE));
            holding.forEach(
                    held -> assertThat(Engine.await(held, Notes.PATIENCE)).isTrue());
        }
    }

    /// The driver closes a statement that failed; the next read with the same text must not find it closed.
    @Test
    void aSearchThatIsRefusedDoesNotBreakTheSearchesAfterIt() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one duck");
            for (int i = 0; i < 6; i++) {
                assertFails(Kind.DEFECT, () -> matches(notes, "AND ("));
                assertThat(matches(notes, "duck")).isEqualTo(1);
            }
        }
    }

    private static long matches(Notes notes, String query) {
        return notes.read(session -> {
            var select = session.kept("SELECT count(*) FROM notes_fts WHERE notes_fts MATCH ?");
            select.setString(1, query);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    @Test
    void aLongReadIsToldApartFromALogThatIsFoldedIn() {
        try (Notes notes = Notes.in(folder)) {
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            CompletableFuture<Long> read = notes.engine()
                    .read(session -> session.snapshot(inside -> {
                        long before = inside.number("SELECT count(*) FROM notes");
                        reading.countDown();
                        Notes.await(release);
                        return before;
                    }));
            Notes.await(reading);
            notes.added("one");
            boolean heldUp = notes.run(session -> {
                session.execute("PRAGMA busy_timeout=50");
                return session.foldLogIn();
            });
            release.countDown();
            assertThat(Engine.await(read, Notes.PATIENCE)).isZero();
            boolean free = notes.run(session -> session.foldLogIn());
            assertThat(heldUp).isFalse();
            assertThat(free).isTrue();
        }
    }

    @Test
    void readsCannotWrite() {
        try (Notes notes = Notes.in(folder)) {
            assertThatThrownBy(() -> notes.read(session -> {
                        try (var insert = session.kept("INSERT INTO notes (id, text) VALUES (1, 'x')")) {
                            return insert.executeUpdate();
                        }
                    }))
                    .hasMessageContaining("readonly");
            assertThat(notes.texts()).isEmpty();
        }
    }

    @Test
    void aSnapshotSeesOneMoment() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one");
            CountDownLatch between = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            CompletableFuture<List<Long>> counts = notes.engine()
                    .read(session -> session.snapshot(inside -> {
                        long first = inside.number("SELECT count(*) FROM notes");
                        between.countDown();
                        Notes.await(written);
                        return List.of(first, inside.number("SELECT count(*) FROM notes"));
                    }));
            Notes.await(between);
            notes.added("two");
            written.countDown();
            assertThat(Engine.await(counts, Notes.PATIENCE)).containsExactly(1L, 1L);
            assertThat(notes.number("SELECT count(*) FROM notes")).isEqualTo(2);
        }
    }

    @Test
    void closingWaitsForTheReadsUnderWay() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one");
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            CompletableFuture<List<String>> read = notes.engine().read(session -> {
                started.countDown();
                Notes.await(release);
                return chat.waddle.sqlite.notes.NotesProgram.texts(session);
            });
            Notes.await(started);
            Thread closer = Thread.ofPlatform().start(notes.engine()::close);
            while (closer.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(read).isNotDone();
            release.countDown();
            assertThat(Engine.await(read, Notes.PATIENCE)).containsExactly("one");
            notes.engine().close();
            assertFails(Kind.CLOSED, () -> notes.texts());
        }
    }

    @Test
    void closingStopsAReadWithALongerDeadlineThanTheFiles() {
        FileOptions short_ = new FileOptions(64L << 20, 1 << 20, 16, Duration.ofMillis(100), 0);
        try (Notes notes = new Notes(folder.resolve("notes.db"), short_, EngineListener.NONE)) {
            CountDownLatch started = new CountDownLatch(1);
            CompletableFuture<Long> endless = notes.engine()
                    .read(
                            session -> {
                                started.countDown();
                                return session.number(ENDLESS);
                            },
                            Duration.ofHours(1));
            Notes.await(started);
            notes.engine().close();
            assertFails(Kind.DEADLINE, () -> Engine.await(endless, Notes.PATIENCE));
            assertThat(folder.resolve("notes.db-wal")).doesNotExist();
        }
    }

    @Test
    void aReadThatRunsOutOfMemoryAnswersAndTheFileCanBeClosed() {
        try (Notes notes = Notes.in(folder)) {
            for (int i = 0; i < 4; i++) {
                CompletableFuture<Boolean> broken = notes.engine().read(session -> {
                    throw new OutOfMemoryError("as if");
                });
                assertThatThrownBy(() -> Engine.await(broken, Notes.PATIENCE)).hasRootCauseMessage("as if");
            }
            notes.added("one");
            assertThat(notes.texts()).containsExactly("one");
            notes.engine().close();
        }
    }

    @Test
    void aReadAnswersItsOwnException() {
        try (Notes notes = Notes.in(folder)) {
            assertThatThrownBy(() -> notes.read(session -> {
                        throw new IllegalArgumentException("a read's own reason");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertFails(Kind.DEFECT, () -> notes.read(session -> session.number("SELECT nothing FROM nowhere")));
            assertThat(notes.texts()).isEmpty();
        }
    }

    @Test
    void aReadThatHasSeenASequenceHasSeenItsChange() {
        try (Notes notes = Notes.in(folder)) {
            for (int i = 1; i <= 50; i++) {
                long seq = notes.done(new Add("note " + i)).seq();
                assertThat(notes.number("SELECT max(seq) FROM journal")).isEqualTo(seq);
                assertThat(notes.number("SELECT count(*) FROM notes")).isEqualTo(seq);
            }
        }
    }

    @Test
    void aSnapshotOpensAsAnEqualFile() throws java.io.IOException {
        try (Notes notes = Notes.in(folder)) {
            for (int i = 0; i < 200; i++) {
                notes.added("note " + i);
            }
            Path copy = folder.resolve("copy.db");
            assertThat(Engine.await(notes.engine().snapshotTo(copy, Duration.ofMinutes(1)), Notes.PATIENCE))
                    .isEqualTo(copy);
            List<String> before = notes.dump();
            notes.added("after the snapshot");
            notes.engine().close();
            Files.move(copy, notes.path(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            notes.reopen();
            assertThat(notes.dump()).isEqualTo(before);
            assertThat(notes.engine().seq()).isEqualTo(200);
            assertThat(notes.engine().check(List.of("notes_fts")).findings()).isEmpty();
            notes.added("and goes on");
        }
    }

    @Test
    void aSnapshotThatFailsLeavesNothingBehindAndNeverOverwrites() throws java.io.IOException {
        try (Notes notes = Notes.in(folder)) {
            Path taken = Files.writeString(folder.resolve("taken.db"), "somebody's");
            assertFails(
                    Kind.DEFECT,
                    () -> Engine.await(notes.engine().snapshotTo(taken, Duration.ofMinutes(1)), Notes.PATIENCE));
            assertThat(taken).hasContent("somebody's");
            Path nowhere = folder.resolve("no-such-folder/copy.db");
            assertThatThrownBy(() ->
                            Engine.await(notes.engine().snapshotTo(nowhere, Duration.ofMinutes(1)), Notes.PATIENCE))
                    .isInstanceOf(RuntimeException.class);
            assertThat(nowhere).doesNotExist();
            assertThat(notes.texts()).isEmpty();
        }
    }
}
