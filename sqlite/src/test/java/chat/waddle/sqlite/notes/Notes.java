package chat.waddle.sqlite.notes;

import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// One file of notes with its engine, for a test.
public final class Notes implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(20);
    public static final String ID = "f1";

    private final SqliteThreads threads = SqliteThreads.start(1, 2);
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final NotesProgram program = new NotesProgram();
    private final Path path;
    private final FileOptions options;
    private final EngineListener listener;
    private Engine engine;

    public Notes(Path path, FileOptions options, EngineListener listener) {
        this.path = path;
        this.options = options;
        this.listener = listener;
        NotesFile.create(path, ID);
        this.engine = open(0);
    }

    public static Notes in(Path folder) {
        return new Notes(folder.resolve("notes.db"), NotesFile.OPTIONS, EngineListener.NONE);
    }

    public static Notes in(Path folder, EngineListener listener) {
        return new Notes(folder.resolve("notes.db"), NotesFile.OPTIONS, listener);
    }

    private Engine open(long highWaterMark) {
        return Engine.open(
                NotesFile.file(path, ID, options, threads),
                options,
                new Engine.Setup(NotesFile.types(), program, clock, listener, highWaterMark));
    }

    public Engine engine() {
        return engine;
    }

    public NotesProgram program() {
        return program;
    }

    public SettableClock clock() {
        return clock;
    }

    public SqliteThreads threads() {
        return threads;
    }

    public Path path() {
        return path;
    }

    /// Closes the file and opens it again.
    public void reopen() {
        reopen(0);
    }

    public void reopen(long highWaterMark) {
        engine.close();
        engine = open(highWaterMark);
    }

    public <R> CompletableFuture<Committed<R>> submit(Command<R> command) {
        return engine.submit(command, Request.bySystem());
    }

    public <R> Committed<R> done(Command<R> command) {
        return Engine.await(submit(command), PATIENCE);
    }

    public long added(String text) {
        return switch (done(new NoteCommand.Add(text)).result()) {
            case NoteCommand.Answer.Added(long id) -> id;
            case NoteCommand.Answer.Empty() -> throw new AssertionError("refused: " + text);
        };
    }

    public <T> T read(ReadSession.Reading<T> reading) {
        return Engine.await(engine.read(reading), PATIENCE);
    }

    public long number(String sql) {
        return read(session -> session.number(sql));
    }

    public List<String> texts() {
        return read(NotesProgram::texts);
    }

    /// Everything the file holds, as text; two files with the same history have the same dump.
    public List<String> dump() {
        return read(session -> {
            List<String> lines = new ArrayList<>();
            for (String table : List.of("notes", "journal", "notes_fts_docsize")) {
                try (var row =
                        session.kept("SELECT * FROM " + table + " ORDER BY 1").executeQuery()) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        StringBuilder line = new StringBuilder(table);
                        for (int column = 1; column <= columns; column++) {
                            line.append('|').append(row.getString(column));
                        }
                        lines.add(line.toString());
                    }
                }
            }
            return lines;
        });
    }

    /// Keeps the writer busy while `meanwhile` puts jobs into the queue, so that they wait together.
    public void together(Runnable meanwhile) {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> held = engine.runLater(session -> {
            started.countDown();
            await(release);
            return true;
        });
        await(started);
        try {
            meanwhile.run();
        } finally {
            release.countDown();
        }
        boolean _ = Engine.await(held, PATIENCE);
    }

    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public <T> T run(WriteSession.Writing<T> work) {
        return engine.run(work);
    }

    @Override
    public void close() {
        engine.close();
        threads.close();
    }
}
