package chat.waddle.sqlite.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.sqlite.notes.NoteCommand.Add;
import chat.waddle.sqlite.notes.NoteCommand.DeleteOldest;
import chat.waddle.sqlite.notes.NoteCommand.WriteAndThrow;
import chat.waddle.sqlite.notes.Notes;
import chat.waddle.sqlite.notes.NotesFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingTest {
    @TempDir
    private Path folder;

    @Test
    void encodedCommandsComeBackAsTheyWere() {
        CommandTypes types = NotesFile.types();
        EncodedBatch batch = new EncodedBatch(types);
        List<Command<?>> commands =
                List.of(new Add(""), new Add("two\nlines, \"quotes\", \u0000, ünïcödé and 🦆"), new DeleteOldest(7));
        for (int i = 0; i < commands.size(); i++) {
            batch.add(i + 1, new Request(-5, Long.MAX_VALUE), commands.get(i));
        }
        List<RecordedCommand> decoded = EncodedBatch.decode(types, 99, batch.take());
        assertThat(decoded).extracting(RecordedCommand::command).isEqualTo(commands);
        assertThat(decoded).extracting(RecordedCommand::seq).containsExactly(1L, 2L, 3L);
        assertThat(decoded).allSatisfy(recorded -> {
            assertThat(recorded.request()).isEqualTo(new Request(-5, Long.MAX_VALUE));
            assertThat(recorded.timeMillis()).isEqualTo(99);
        });
        assertThat(batch.take()).isEmpty();
    }

    @Test
    void aCommandOfALaterProgramIsRefused() {
        byte[] unknown = "1 add_later 1 0 0\n{}\n".getBytes(StandardCharsets.US_ASCII);
        byte[] newer = "1 add 2 0 0\n{\"text\":\"x\"}\n".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> EncodedBatch.decode(NotesFile.types(), 0, unknown))
                .hasMessageContaining("no command add_later");
        assertThatThrownBy(() -> EncodedBatch.decode(NotesFile.types(), 0, newer))
                .hasMessageContaining("version 2");
    }

    @Test
    void aNumberANameOrAClassIsRegisteredOnce() {
        CommandTypes.Builder types = CommandTypes.builder().add(1, "add", Add.class);
        assertThatThrownBy(() -> types.add(1, "other", DeleteOldest.class)).hasMessageContaining("twice");
        assertThatThrownBy(() -> types.add(2, "add", DeleteOldest.class)).hasMessageContaining("twice");
        assertThatThrownBy(() -> types.add(3, "another", Add.class)).hasMessageContaining("twice");
        assertThat(CommandTypes.builder().add(1, "add", Add.class).build().nameOf(1))
                .isEqualTo("add");
    }

    @Test
    void theSameCommandsGiveTheSameFile() {
        try (Notes first = Notes.in(folder.resolve("first"));
                Notes second = Notes.in(folder.resolve("second"))) {
            Random random = new Random(42);
            for (int i = 0; i < 300; i++) {
                first.clock().advance(Duration.ofMillis(random.nextInt(-3, 20)));
                switch (random.nextInt(10)) {
                    case 0 -> first.done(new DeleteOldest(random.nextInt(4)));
                    case 1 -> first.done(new Add(""));
                    case 2 ->
                        assertThatThrownBy(() -> first.done(new WriteAndThrow("x")))
                                .hasMessageContaining("thrown after writing");
                    default -> first.added("note " + i);
                }
            }
            List<RecordedCommand> history =
                    first.read(session -> Journal.commandsAfter(session, NotesFile.types(), 0, 1000));
            long seq = second.run(session -> new Replay(second.program(), NotesFile.types()).run(session, history));
            assertThat(seq).isEqualTo(first.engine().seq()).isGreaterThan(200);
            assertThat(second.dump()).isEqualTo(first.dump()).isNotEmpty();
            assertThat(second.program().memory()).isEqualTo(first.program().memory());
        }
    }

    @Test
    void aHistoryWithAGapIsNotReplayed() {
        try (Notes notes = Notes.in(folder)) {
            Replay replay = new Replay(notes.program(), NotesFile.types());
            List<RecordedCommand> late = List.of(new RecordedCommand(2, 0, Request.bySystem(), new Add("x")));
            assertThatThrownBy(() -> notes.run(session -> replay.run(session, late)))
                    .hasMessageContaining("does not follow");
            assertThat(notes.texts()).isEmpty();
        }
    }

    @Test
    void aCheckFindsDamageToTheFullTextIndex() {
        try (Notes notes = Notes.in(folder)) {
            notes.added("one two three");
            assertThat(notes.engine().check(List.of("notes_fts")).sound()).isTrue();
            boolean _ = notes.run(session -> session.transaction(transaction -> {
                transaction.execute("UPDATE notes_fts_data SET block = x'00ff' WHERE id > 10");
                return true;
            }));
            assertThat(notes.engine().check(List.of("notes_fts")).findings())
                    .contains("the full-text index notes_fts is damaged");
        }
    }
}
