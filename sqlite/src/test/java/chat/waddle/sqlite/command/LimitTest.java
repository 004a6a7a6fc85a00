package chat.waddle.sqlite.command;

import static chat.waddle.sqlite.notes.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.Sizes;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.StorageException.Kind;
import chat.waddle.sqlite.notes.Heard;
import chat.waddle.sqlite.notes.NoteCommand.Add;
import chat.waddle.sqlite.notes.NoteCommand.Answer;
import chat.waddle.sqlite.notes.NoteCommand.DeleteOldest;
import chat.waddle.sqlite.notes.NoteCommand.Flood;
import chat.waddle.sqlite.notes.Notes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LimitTest {
    private static final FileOptions SMALL = new FileOptions(1 << 20, 256 << 10, 4096, Duration.ofSeconds(5), 0);
    private static final long GROWTH_BYTES = (1 << 20) - (256 << 10);
    private static final String TEXT = "some words to fill a page with ".repeat(30);

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    private Notes small() {
        return new Notes(folder.resolve("notes.db"), SMALL, heard);
    }

    /// Adds notes until the file is full.
    private static int fill(Notes notes) {
        for (int added = 0; ; added++) {
            try {
                notes.added(added + " " + TEXT);
            } catch (StorageException e) {
                assertThat(e.kind()).isEqualTo(Kind.LIMIT_REACHED);
                assertThat(added).isGreaterThan(100);
                return added;
            }
        }
    }

    private static long fileBytes(Notes notes) {
        return Engine.await(notes.engine().sizes(), Notes.PATIENCE).fileBytes();
    }

    @Test
    void aFullFileRefusesGrowthAndGoesOnReading() {
        try (Notes notes = small()) {
            int added = fill(notes);
            assertFails(Kind.LIMIT_REACHED, () -> notes.added("more " + TEXT));
            assertThat(notes.texts()).hasSize(added);
            assertThat(notes.engine().itemCount()).isEqualTo(added);
            assertThat(fileBytes(notes)).isLessThanOrEqualTo(GROWTH_BYTES);
            assertThat(heard.reopened()).isEmpty();
            assertThat(notes.program().openings()).isEqualTo(1);
        }
    }

    @Test
    void aFullFileTakesDeletesAndThenNewNotes() {
        try (Notes notes = small()) {
            int added = fill(notes);
            assertThat(notes.done(new DeleteOldest(added / 2)).result()).isEqualTo(added / 2);
            for (int i = 0; i < added / 8; i++) {
                notes.added("after " + i + " " + TEXT);
            }
            assertThat(fileBytes(notes)).isLessThanOrEqualTo(1 << 20);
            assertThat(notes.engine().check(List.of("notes_fts")).findings()).isEmpty();
        }
    }

    @Test
    void aWaitingBatchFailsOnlyWhereItGrows() {
        try (Notes notes = small()) {
            int added = fill(notes);
            List<CompletableFuture<Committed<Answer>>> growth = new ArrayList<>();
            List<CompletableFuture<Committed<Integer>>> deletes = new ArrayList<>();
            notes.together(() -> {
                growth.add(notes.submit(new Add("x".repeat(300_000))));
                deletes.add(notes.submit(new DeleteOldest(3)));
            });
            growth.forEach(answer -> assertFails(Kind.LIMIT_REACHED, () -> Engine.await(answer, Notes.PATIENCE)));
            deletes.forEach(answer ->
                    assertThat(Engine.await(answer, Notes.PATIENCE).result()).isEqualTo(3));
            assertThat(notes.texts()).hasSize(added - 3);
        }
    }

    @Test
    void theReserveIsTakenAwayAgainFromWhatMayGrow() {
        try (Notes notes = small()) {
            fill(notes);
            assertThat(notes.done(new Flood(20, 3000)).result()).isEqualTo(20);
            long withReserve = fileBytes(notes);
            assertThat(withReserve).isGreaterThan(GROWTH_BYTES);
            growUntilRefused(notes);
            assertThat(fileBytes(notes)).isEqualTo(withReserve);
        }
    }

    private static void growUntilRefused(Notes notes) {
        assertFails(Kind.LIMIT_REACHED, () -> {
            for (int i = 0; i < 200; i++) {
                notes.added("more " + i + TEXT);
            }
        });
    }

    /// The failed transaction had raised SQLite's bound; the growth that follows must not find it raised.
    @Test
    void aCommandThatNeedsMoreThanTheReserveFailsAndLeavesTheLimitAsItWas() {
        try (Notes notes = small()) {
            fill(notes);
            long before = fileBytes(notes);
            assertFails(Kind.LIMIT_REACHED, () -> notes.done(new Flood(1000, 6000)));
            growUntilRefused(notes);
            assertThat(fileBytes(notes)).isLessThanOrEqualTo(Math.max(before, GROWTH_BYTES));
        }
    }

    @Test
    void maintenanceOfAFullFileGetsTheReserve() {
        try (Notes notes = small()) {
            fill(notes);
            notes.program().maintainBy((session, lull) -> {
                boolean _ = session.unsyncedTransaction(transaction -> {
                    transaction.execute("CREATE TABLE IF NOT EXISTS kept_apart (one INTEGER PRIMARY KEY, bytes BLOB)");
                    transaction.execute("INSERT OR IGNORE INTO kept_apart VALUES (1, zeroblob(100000))");
                    return true;
                });
            });
            notes.program().dueAt(System.nanoTime());
            assertThat(notes.done(new Add("")).result()).isEqualTo(new Answer.Empty());
            boolean _ = notes.run(session -> true); // comes after the upkeep of the batch before
            assertThat(notes.number("SELECT count(*) FROM kept_apart")).isEqualTo(1);
            assertThat(heard.reopened()).isEmpty();
        }
    }

    @Test
    void theFiveSizesSayWhatIsUsedAndWhatIsFree() {
        try (Notes notes = small()) {
            int added = fill(notes);
            Sizes full = Engine.await(notes.engine().sizes(), Notes.PATIENCE);
            notes.done(new DeleteOldest(added));
            Sizes emptied = Engine.await(notes.engine().sizes(), Notes.PATIENCE);
            assertThat(full.usedBytes() + full.freeBytes()).isEqualTo(full.fileBytes());
            assertThat(emptied.usedBytes()).isLessThan(full.usedBytes() * 3 / 4);
            assertThat(emptied.freeBytes()).isGreaterThan(full.freeBytes());
            assertThat(emptied.walBytes()).isPositive();
            boolean _ = notes.run(session -> session.foldLogIn());
            assertThat(Engine.await(notes.engine().sizes(), Notes.PATIENCE).walBytes())
                    .isZero();
        }
    }
}
