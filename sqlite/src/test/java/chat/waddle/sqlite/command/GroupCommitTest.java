package chat.waddle.sqlite.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.notes.NoteCommand.Add;
import chat.waddle.sqlite.notes.NoteCommand.Answer;
import chat.waddle.sqlite.notes.NoteCommand.WriteAndThrow;
import chat.waddle.sqlite.notes.NoteCommand.WriteTwice;
import chat.waddle.sqlite.notes.Notes;
import chat.waddle.sqlite.notes.NotesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupCommitTest {
    @TempDir
    private Path folder;

    private static <R> Committed<R> await(CompletableFuture<Committed<R>> answer) {
        return Engine.await(answer, Notes.PATIENCE);
    }

    @Test
    void commandsThatWaitTogetherShareACommit() {
        try (Notes notes = Notes.in(folder)) {
            List<CompletableFuture<Committed<Answer>>> answers = new ArrayList<>();
            notes.together(() -> {
                for (int i = 0; i < 10; i++) {
                    answers.add(notes.submit(new Add("note " + i)));
                }
            });
            answers.forEach(answer -> assertThat(await(answer).seq()).isEqualTo(10));
            assertThat(notes.number("SELECT count(*) FROM commits")).isEqualTo(1);
            assertThat(notes.number("SELECT count(*) FROM commits WHERE first_seq = 1 AND last_seq = 10"))
                    .isEqualTo(1);
            assertThat(notes.engine().itemCount()).isEqualTo(10);
        }
    }

    @Test
    void commandsThatComeAloneHaveACommitEach() {
        try (Notes notes = Notes.in(folder)) {
            for (int i = 1; i <= 5; i++) {
                assertThat(notes.done(new Add("note " + i)).seq()).isEqualTo(i);
            }
            assertThat(notes.number("SELECT count(*) FROM commits")).isEqualTo(5);
        }
    }

    @Test
    void everyChangeHasTheNextSequenceAndOneJournalRow() {
        try (Notes notes = Notes.in(folder)) {
            long id = notes.added("one");
            notes.added("two");
            List<JournalEntry> entries = notes.read(session -> Journal.after(session, 0, 10));
            assertThat(entries).extracting(JournalEntry::seq).containsExactly(1L, 2L);
            assertThat(entries.getFirst().entity()).isEqualTo(id);
            assertThat(entries.getFirst().type()).isEqualTo(1);
        }
    }

    @Test
    void aRefusalConsumesNoSequenceAndWritesNothing() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one");
            List<String> before = notes.dump();
            Committed<Answer> refused = notes.done(new Add(""));
            assertThat(refused.result()).isEqualTo(new Answer.Empty());
            assertThat(refused.seq()).isEqualTo(1);
            assertThat(notes.dump()).isEqualTo(before);
            assertThat(notes.number("SELECT count(*) FROM commits")).isEqualTo(1);
            assertThat(notes.done(new Add("two")).seq()).isEqualTo(2);
        }
    }

    @Test
    void aRefusalInABatchLeavesNoGap() {
        try (Notes notes = Notes.in(folder)) {
            List<CompletableFuture<Committed<Answer>>> answers = new ArrayList<>();
            notes.together(() -> {
                answers.add(notes.submit(new Add("one")));
                answers.add(notes.submit(new Add("")));
                answers.add(notes.submit(new Add("two")));
            });
            answers.forEach(answer -> assertThat(await(answer).seq()).isEqualTo(2));
            assertThat(notes.number("SELECT group_concat(seq) = '1,2' FROM journal"))
                    .isEqualTo(1);
        }
    }

    @Test
    void oneBadCommandInABatchFailsAlone() {
        try (Notes notes = Notes.in(folder)) {
            List<CompletableFuture<Committed<Answer>>> good = new ArrayList<>();
            List<CompletableFuture<Committed<Answer>>> bad = new ArrayList<>();
            notes.together(() -> {
                good.add(notes.submit(new Add("one")));
                bad.add(notes.submit(new WriteAndThrow("thrown away")));
                good.add(notes.submit(new Add("two")));
                bad.add(notes.submit(new WriteTwice("thrown away too")));
                good.add(notes.submit(new Add("three")));
            });
            good.forEach(answer -> assertThat(await(answer).result()).isInstanceOf(Answer.Added.class));
            bad.forEach(answer -> assertThatThrownBy(() -> await(answer))
                    .isInstanceOfSatisfying(
                            StorageException.class, e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.DEFECT)));
            assertThat(notes.texts()).containsExactly("one", "two", "three");
            assertThat(notes.program().memory()).containsExactly("one", "two", "three");
            assertThat(notes.number("SELECT group_concat(seq) = '1,2,3' FROM journal"))
                    .isEqualTo(1);
            assertThat(notes.engine().seq()).isEqualTo(3);
            assertThat(notes.engine().itemCount()).isEqualTo(3);
            assertThat(notes.program().openings()).isEqualTo(1);
        }
    }

    @Test
    void aCommandThatThrowsAfterWritingLeavesNoTraceOfItself() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one");
            List<String> before = notes.dump();
            assertThatThrownBy(() -> notes.done(new WriteAndThrow("thrown away")))
                    .hasMessageContaining("thrown after writing");
            assertThat(notes.dump()).isEqualTo(before);
            assertThat(notes.program().rollbacks()).isPositive();
            notes.added("two");
            List<RecordedCommand> recorded =
                    notes.read(session -> Journal.commandsAfter(session, NotesFile.types(), 0, 10));
            assertThat(recorded).extracting(RecordedCommand::command).containsExactly(new Add("one"), new Add("two"));
        }
    }

    @Test
    void keptStatementsSurviveCommandsThatFail() {
        try (Notes notes = Notes.in(folder)) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> notes.done(new WriteTwice("refused by SQLite")))
                        .isInstanceOf(StorageException.class);
                notes.added("note " + i);
            }
            assertThat(notes.texts()).hasSize(20);
            assertThat(notes.program().openings()).isEqualTo(1);
        }
    }

    @Test
    void memoryIsUpToDateBeforeTheAnswerComes() {
        try (Notes notes = Notes.in(folder)) {
            for (int i = 0; i < 50; i++) {
                String text = "note " + i;
                CompletableFuture<Boolean> seen = notes.submit(new Add(text))
                        .thenApply(_ -> notes.program().memory().contains(text));
                assertThat(Engine.await(seen, Notes.PATIENCE)).isTrue();
            }
        }
    }
}
