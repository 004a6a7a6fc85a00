package chat.waddle.sqlite.command;

import static chat.waddle.sqlite.notes.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.StorageException.Kind;
import chat.waddle.sqlite.notes.NoteCommand.Add;
import chat.waddle.sqlite.notes.NoteCommand.Answer;
import chat.waddle.sqlite.notes.Notes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClosingTest {
    @TempDir
    private Path folder;

    @Test
    void closingFinishesWhatIsInTheQueue() {
        try (Notes notes = Notes.in(folder)) {
            List<CompletableFuture<Committed<Answer>>> answers = new ArrayList<>();
            CountDownLatch closing = new CountDownLatch(1);
            Thread closer = Thread.ofPlatform().unstarted(() -> {
                closing.countDown();
                notes.engine().close();
            });
            notes.together(() -> {
                for (int i = 0; i < 300; i++) {
                    answers.add(notes.submit(new Add("note " + i)));
                }
                closer.start();
                Notes.await(closing);
            });
            answers.forEach(answer ->
                    assertThat(Engine.await(answer, Notes.PATIENCE).result()).isInstanceOf(Answer.Added.class));
            notes.engine().close();
            notes.reopen();
            assertThat(notes.engine().itemCount()).isEqualTo(300);
        }
    }

    @Test
    void aClosedFileRefusesEverything() {
        try (Notes notes = Notes.in(folder)) {
            notes.engine().close();
            assertFails(Kind.CLOSED, () -> notes.done(new Add("too late")));
            assertFails(Kind.CLOSED, () -> notes.texts());
            assertFails(Kind.CLOSED, () -> notes.run(session -> true));
        }
    }

    @Test
    void closingAgainIsHarmless() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one");
            notes.engine().close();
            notes.engine().close();
            notes.reopen();
            assertThat(notes.texts()).containsExactly("one");
        }
    }

    @Test
    void aFullQueueCanStillBeClosed() {
        FileOptions two = new FileOptions(64L << 20, 1 << 20, 2, Duration.ofSeconds(5), 0);
        try (Notes notes = new Notes(folder.resolve("notes.db"), two, EngineListener.NONE)) {
            Thread closer = Thread.ofPlatform().unstarted(notes.engine()::close);
            List<CompletableFuture<Committed<Answer>>> answers = new ArrayList<>();
            notes.together(() -> {
                answers.add(notes.submit(new Add("one")));
                answers.add(notes.submit(new Add("two")));
                assertFails(Kind.OVERLOADED, () -> notes.submit(new Add("three")));
                closer.start();
                while (closer.getState() == Thread.State.NEW || closer.getState() == Thread.State.RUNNABLE) {
                    Thread.onSpinWait();
                }
            });
            answers.forEach(answer ->
                    assertThat(Engine.await(answer, Notes.PATIENCE).seq()).isEqualTo(2));
            notes.engine().close();
            assertFails(Kind.CLOSED, () -> notes.submit(new Add("four")));
            assertThat(folder.resolve("notes.db-wal")).doesNotExist();
        }
    }

    @Test
    void anOverloadedQueueRefusesAtOnceAndLosesNothing() {
        FileOptions three = new FileOptions(64L << 20, 1 << 20, 3, Duration.ofSeconds(5), 0);
        try (Notes notes = new Notes(folder.resolve("notes.db"), three, EngineListener.NONE)) {
            List<CompletableFuture<Committed<Answer>>> answers = new ArrayList<>();
            notes.together(() -> {
                for (int i = 0; i < 3; i++) {
                    answers.add(notes.submit(new Add("note " + i)));
                }
                assertFails(Kind.OVERLOADED, () -> notes.submit(new Add("one too many")));
            });
            answers.forEach(answer ->
                    assertThat(Engine.await(answer, Notes.PATIENCE).seq()).isEqualTo(3));
            assertThat(notes.texts()).containsExactly("note 0", "note 1", "note 2");
            notes.added("room again");
        }
    }

    @Test
    void reopeningFindsTheSameSequenceAndIds() {
        try (Notes notes = Notes.in(folder)) {
            long first = notes.added("one");
            notes.clock().advance(Duration.ofHours(-3));
            notes.reopen();
            assertThat(notes.engine().seq()).isEqualTo(1);
            assertThat(notes.engine().itemCount()).isEqualTo(1);
            assertThat(notes.program().memory()).containsExactly("one");
            assertThat(notes.added("two")).isEqualTo(first + 1);
            assertThat(notes.engine().seq()).isEqualTo(2);
        }
    }

    /// Each submit is answered or refused as closed; what was answered is in the file, what was refused is not.
    @RepeatedTest(20)
    void submittingWhileClosingIsAnsweredOrRefused() throws InterruptedException {
        try (Notes notes = Notes.in(folder.resolve(Long.toString(System.nanoTime())))) {
            List<String> done = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            CountDownLatch going = new CountDownLatch(30);
            Thread submitter = Thread.ofPlatform().start(() -> {
                List<CompletableFuture<Committed<Answer>>> answers = new ArrayList<>();
                for (int i = 0; refused.isEmpty(); i++) {
                    try {
                        answers.add(notes.submit(new Add("note " + i)));
                    } catch (StorageException e) {
                        if (e.kind() == Kind.CLOSED) {
                            refused.add("note " + i);
                        }
                    }
                    going.countDown();
                }
                for (int i = 0; i < answers.size(); i++) {
                    (succeeded(answers.get(i)) ? done : refused).add("note " + i);
                }
            });
            Notes.await(going);
            notes.engine().close();
            assertThat(submitter.join(Notes.PATIENCE)).isTrue();
            notes.reopen();
            assertThat(notes.engine().seq()).isEqualTo(done.size());
            assertThat(notes.number("SELECT count(*) FROM notes")).isEqualTo(done.size());
            assertThat(done).isNotEmpty();
            assertThat(refused).isNotEmpty();
        }
    }

    private static boolean succeeded(CompletableFuture<Committed<Answer>> answer) {
        try {
            return answer.get(Notes.PATIENCE.toSeconds(), TimeUnit.SECONDS).seq() > 0;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.CLOSED));
            return false;
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
