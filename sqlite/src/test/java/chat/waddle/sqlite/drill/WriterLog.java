package chat.waddle.sqlite.drill;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import chat.waddle.sqlite.notes.Notes;
import chat.waddle.sqlite.notes.NotesFile;
import chat.waddle.sqlite.notes.NotesProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a [Writer] sent and was answered, and the judgement of a file by it.
///
/// Three states: what was answered must be in the file, what was never sent must not, and the rest may be, but once.
record WriterLog(Set<String> sent, Set<String> answered, Set<String> failed, long highestSeq, List<String> lines) {
    static WriterLog read(Path log) throws IOException {
        String text = Files.exists(log) ? Files.readString(log, StandardCharsets.US_ASCII) : "";
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        Set<String> sent = new HashSet<>();
        Set<String> answered = new HashSet<>();
        Set<String> failed = new HashSet<>();
        long highest = 0;
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "S" -> sent.add("n" + words[1]);
                case "A" -> {
                    answered.add("n" + words[1]);
                    highest = Math.max(highest, Long.parseLong(words[2]));
                }
                case "F" -> failed.add("n" + words[1]);
                default -> {}
            }
        }
        return new WriterLog(sent, answered, failed, highest, lines);
    }

    long count(String letter) {
        return lines.stream().filter(line -> line.startsWith(letter + " ")).count();
    }

    boolean ended() {
        return count("E") == 1;
    }

    /// Opens the file with every check the engine has and compares it.
    ///
    /// @return how many are in the file without having been answered
    long judge(Path file, String id, SqliteThreads threads) {
        Engine.Setup setup = new Engine.Setup(
                NotesFile.types(), new NotesProgram(), InstantSource.system(), EngineListener.NONE, highestSeq);
        try (Engine engine =
                Engine.open(NotesFile.file(file, id, NotesFile.OPTIONS, threads), NotesFile.OPTIONS, setup)) {
            List<String> texts = Engine.await(engine.read(NotesProgram::texts), Notes.PATIENCE);
            Set<String> found = new HashSet<>(texts);
            assertThat(found).as("nothing twice").hasSameSizeAs(texts);
            assertThat(found).as("what was answered exists").containsAll(answered);
            assertThat(sent).as("what was not sent does not exist").containsAll(found);
            for (String dense : List.of(
                    "SELECT count(*) = max(seq) AND min(seq) = 1 FROM journal",
                    "SELECT sum(last_seq - first_seq + 1) = max(last_seq) FROM commits",
                    "SELECT (SELECT max(seq) FROM journal) = (SELECT max(last_seq) FROM commits)",
                    "SELECT (SELECT count(*) FROM notes) = (SELECT count(*) FROM notes_fts_docsize)",
                    "SELECT (SELECT count(*) FROM notes) = (SELECT item_count FROM commits ORDER BY 1 DESC LIMIT 1)")) {
                long holds = texts.isEmpty()
                        ? 1
                        : Engine.await(engine.read(session -> session.number(dense)), Notes.PATIENCE);
                assertThat(holds).as(dense).isEqualTo(1);
            }
            assertThat(engine.itemCount()).isEqualTo(texts.size());
            assertThat(engine.check(List.of("notes_fts")).findings()).isEmpty();
            return texts.size() - (long) answered.size();
        }
    }
}
