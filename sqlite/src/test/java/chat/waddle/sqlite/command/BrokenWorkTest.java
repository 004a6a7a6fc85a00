package chat.waddle.sqlite.command;

import static chat.waddle.sqlite.notes.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.StorageException.Kind;
import chat.waddle.sqlite.notes.Heard;
import chat.waddle.sqlite.notes.NoteCommand.Add;
import chat.waddle.sqlite.notes.NoteCommand.AddAndForget;
import chat.waddle.sqlite.notes.NoteCommand.Answer;
import chat.waddle.sqlite.notes.NoteCommand.WriteAndRunOutOfMemory;
import chat.waddle.sqlite.notes.Notes;
import chat.waddle.sqlite.notes.NotesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever breaks on the writer's thread, every caller is answered, once and truly, and the next one is served.
final class BrokenWorkTest {
    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    /// In one commit; each is answered as added.
    private static void addThreeTogetherOfWhichOneBreaksTheMemory(Notes notes) {
        List<CompletableFuture<Committed<Answer>>> answers = new ArrayList<>();
        notes.together(() -> {
            answers.add(notes.submit(new Add("one")));
            answers.add(notes.submit(new AddAndForget("two")));
            answers.add(notes.submit(new Add("three")));
        });
        answers.forEach(answer ->
                assertThat(Engine.await(answer, Notes.PATIENCE).result()).isInstanceOf(Answer.Added.class));
    }

    @Test
    void anActionThatThrowsAfterTheCommitDoesNotUndoOrRepeatIt() {
        try (Notes notes = Notes.in(folder, heard)) {
            addThreeTogetherOfWhichOneBreaksTheMemory(notes);
            assertThat(notes.texts()).containsExactly("one", "two", "three");
            assertThat(notes.number("SELECT count(*) FROM commits")).isEqualTo(1);
            assertThat(heard.broken()).containsExactly("update the memory after a commit");
        }
    }

    @Test
    void aCommitIsAnsweredAsDoneEvenWhenItsMemoryCannotBeReadAnew() {
        try (Notes notes = Notes.in(folder, heard)) {
            notes.added("zero");
            notes.program().failToOpen();
            addThreeTogetherOfWhichOneBreaksTheMemory(notes);
            notes.added("four");
            assertThat(notes.texts()).containsExactly("zero", "one", "two", "three", "four");
            assertThat(notes.program().memory()).containsExactly("zero", "one", "two", "three", "four");
            assertThat(heard.reopened()).containsExactly(Kind.IO);
        }
    }

    @Test
    void memoryIsReadAnewWhenItCouldNotBeUpdated() {
        try (Notes notes = Notes.in(folder, heard)) {
            assertThat(notes.done(new AddAndForget("one")).seq()).isEqualTo(1);
            assertThat(notes.program().memory()).containsExactly("one");
            assertThat(notes.program().openings()).isEqualTo(2);
            assertThat(notes.engine().itemCount()).isEqualTo(1);
            assertThat(notes.done(new Add("two")).seq()).isEqualTo(2);
        }
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        EngineListener throwing = new EngineListener() {
            @Override
            public void committed(String fileId, int commands, int waiting, Phases phases) {
                throw new IllegalStateException("a listener's own fault");
            }
        };
        try (Notes notes = Notes.in(folder, throwing)) {
            notes.added("one");
            notes.added("two");
            assertThat(notes.texts()).containsExactly("one", "two");
            assertThat(notes.number("SELECT max(seq) FROM journal")).isEqualTo(2);
        }
    }

    @Test
    void aWriterThatRunsOutOfMemoryAnswersEveryoneAndGoesOn() {
        try (Notes notes = Notes.in(folder, heard)) {
            notes.added("one");
            List<CompletableFuture<Committed<Answer>>> answers = new ArrayList<>();
            notes.together(() -> {
                answers.add(notes.submit(new Add("with it")));
                answers.add(notes.submit(new WriteAndRunOutOfMemory("too much")));
                answers.add(notes.submit(new Add("behind it")));
            });
            answers.forEach(answer -> assertFails(Kind.IO, () -> Engine.await(answer, Notes.PATIENCE)));
            notes.added("two");
            assertThat(notes.texts()).containsExactly("one", "two");
            assertThat(notes.program().memory()).containsExactly("one", "two");
            assertThat(notes.number("SELECT group_concat(seq) = '1,2' FROM journal"))
                    .isEqualTo(1);
            List<RecordedCommand> recorded =
                    notes.read(session -> Journal.commandsAfter(session, NotesFile.types(), 0, 10));
            assertThat(recorded).extracting(RecordedCommand::command).containsExactly(new Add("one"), new Add("two"));
            assertThat(heard.broken()).containsExactly("write");
        }
    }

    @Test
    void aChoreThatLeavesItsTransactionOpenFailsAndIsRolledBack() {
        try (Notes notes = Notes.in(folder, heard)) {
            assertThatThrownBy(() -> notes.run(session -> {
                        session.begin();
                        session.execute("INSERT INTO notes (id, text) VALUES (1, 'left over')");
                        return true;
                    }))
                    .hasMessageContaining("left its transaction open");
            notes.added("one");
            assertThat(notes.texts()).containsExactly("one");
            assertThat(notes.program().openings()).isEqualTo(1);
        }
    }

    @Test
    void aChoreThatThrowsInsideItsTransactionIsRolledBackAndKeepsItsException() {
        try (Notes notes = Notes.in(folder, heard)) {
            assertThatThrownBy(() -> notes.run(session -> session.transaction(transaction -> {
                        transaction.execute("INSERT INTO notes (id, text) VALUES (1, 'left over')");
                        throw new IllegalArgumentException("a chore's own reason");
                    })))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a chore's own reason");
            notes.added("one");
            assertThat(notes.texts()).containsExactly("one");
        }
    }

    @Test
    void aChoreThatMeetsAnErrorOfTheDiskLeadsToReopening() {
        try (Notes notes = Notes.in(folder, heard)) {
            notes.added("one");
            assertFails(
                    Kind.IO,
                    () -> notes.run(session -> {
                        throw new StorageException(Kind.IO, "as if fsync had failed");
                    }));
            assertThat(heard.reopened()).containsExactly(Kind.IO);
            notes.added("two");
            assertThat(notes.program().openings()).isEqualTo(2);
            assertThat(notes.texts()).containsExactly("one", "two");
        }
    }

    @Test
    void maintenanceThatThrowsDoesNotStopTheWriter() {
        try (Notes notes = Notes.in(folder, heard)) {
            notes.program().maintainBy((session, lull) -> {
                session.begin();
                throw new IllegalStateException("a defect of maintenance");
            });
            notes.program().dueAt(System.nanoTime());
            notes.added("one");
            notes.added("two");
            notes.program().maintainBy((session, lull) -> {});
            assertThat(notes.texts()).containsExactly("one", "two");
            assertThat(heard.broken()).contains("keep the file in order");
        }
    }

    @Test
    void maintenanceThatThrowsDoesNotKeepTheFileFromClosing() {
        try (Notes notes = Notes.in(folder, heard)) {
            notes.added("one");
            notes.program().maintainBy((session, lull) -> {
                throw new IllegalStateException("a defect of maintenance");
            });
            notes.engine().close();
            assertThat(heard.broken()).contains("finish before closing");
            assertThat(folder.resolve("notes.db-wal")).doesNotExist();
        }
    }

    @Test
    void maintenanceThatIsDueInAMomentIsDoneWithoutAnotherCommand() {
        try (Notes notes = Notes.in(folder, heard)) {
            for (int i = 0; i < 20; i++) {
                CountDownLatch done = new CountDownLatch(1);
                notes.program().maintainBy((session, lull) -> done.countDown());
                notes.program().dueAt(System.nanoTime() + 5_700_000 + i * 50_000L);
                notes.added("note " + i);
                Notes.await(done);
            }
        }
    }

    @Test
    void workForLullsBeginsInAShortOneAndGoesOnUntilItIsDone() {
        try (Notes notes = Notes.in(folder, heard)) {
            List<Lull> lulls = new CopyOnWriteArrayList<>();
            CountDownLatch done = new CountDownLatch(1);
            notes.program().maintainBy((session, lull) -> {
                lulls.add(lull);
                if (lulls.size() == 3) {
                    notes.program().wantLulls(false);
                }
                if (lull == Lull.LONG) {
                    done.countDown();
                }
            });
            notes.program().wantLulls(true);
            notes.added("one");
            Notes.await(done);
            assertThat(lulls).first().isEqualTo(Lull.SHORT);
            assertThat(lulls).hasSizeGreaterThanOrEqualTo(3).doesNotContain(Lull.NONE);
        }
    }
}
