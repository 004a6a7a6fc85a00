package chat.waddle.sqlite.drill;

import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import chat.waddle.sqlite.notes.NoteCommand;
import chat.waddle.sqlite.notes.NotesFile;
import chat.waddle.sqlite.notes.NotesProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;

/// The process that is killed, or whose disk fails: adds numbered notes and writes down what it sent and what was
/// answered.
///
/// Each note goes to the file under test (log lines `S` sent, `A` answered, `F` failed) and, with a second file, to
/// that
/// one too (`B` answered, `X` failed).
final class Writer {
    private final FileChannel log;

    private Writer(FileChannel log) {
        this.log = log;
    }

    /// Arguments: file, log, first number, how many, how many may be on their way at once, optionally a second file.
    static void main(String[] arguments) throws IOException, InterruptedException {
        long first = Long.parseLong(arguments[2]);
        long end = first + Long.parseLong(arguments[3]);
        int window = Integer.parseInt(arguments[4]);
        try (FileChannel log = FileChannel.open(
                        Path.of(arguments[1]),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
                SqliteThreads threads = SqliteThreads.start(1, 1)) {
            Writer writer = new Writer(log);
            try (Engine engine = writer.opened(Path.of(arguments[0]), "f1", threads)) {
                if (arguments.length > 5) {
                    try (Engine second = writer.opened(Path.of(arguments[5]), "f2", threads)) {
                        writer.writeBoth(engine, second, first, end);
                    }
                } else {
                    writer.write(engine, first, end, window);
                }
            } catch (StorageException e) {
                writer.note("C " + e.kind()); // closing met the fault
            }
            writer.note("E 0");
        }
    }

    /// Opening may meet the injected fault; it is tried again, as a server would at the next request.
    private Engine opened(Path file, String id, SqliteThreads threads) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                return NotesFile.open(file, id, new NotesProgram(), threads);
            } catch (StorageException e) {
                note("O " + e.kind());
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    private void write(Engine engine, long first, long end, int window) throws IOException, InterruptedException {
        Semaphore free = new Semaphore(window);
        for (long i = first; i < end; i++) {
            free.acquire();
            long number = i;
            note("S " + number);
            var _ = engine.submit(new NoteCommand.Add("n" + number), Request.bySystem())
                    .whenComplete((done, failure) -> {
                        answered(number, done, failure);
                        free.release();
                    });
        }
        free.acquire(window);
    }

    private void answered(long number, Committed<?> done, Throwable failure) {
        try {
            note(failure == null ? "A " + number + " " + done.seq() : "F " + number);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// One after another, so that each is a commit of its own.
    private void writeBoth(Engine engine, Engine second, long first, long end) throws IOException {
        for (long i = first; i < end; i++) {
            note("S " + i);
            note((added(engine, i) ? "A " : "F ") + i + " " + engine.seq());
            note((added(second, i) ? "B " : "X ") + i);
            if (i % 25 == 0) {
                note((folded(engine) ? "K " : "L ") + i);
            }
        }
    }

    private static boolean added(Engine engine, long number) {
        try {
            Committed<?> _ = Engine.await(
                    engine.submit(new NoteCommand.Add("n" + number), Request.bySystem()),
                    chat.waddle.sqlite.notes.Notes.PATIENCE);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    private static boolean folded(Engine engine) {
        try {
            return engine.run(session -> session.foldLogIn());
        } catch (StorageException e) {
            return false;
        }
    }

    private synchronized void note(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            int _ = log.write(bytes);
        }
    }
}
