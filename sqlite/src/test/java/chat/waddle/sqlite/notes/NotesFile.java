package chat.waddle.sqlite.notes;

import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.Identity;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.CommandTypes;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/// Makes and opens files of notes.
public final class NotesFile {
    public static final int APPLICATION_ID = 0x6e6f7465;
    public static final FileOptions OPTIONS = FileOptions.withLimit(64L << 20);

    private static final String SCHEMA = """
            CREATE TABLE shard_meta (
              one INTEGER PRIMARY KEY CHECK (one = 1),
              file_id TEXT NOT NULL
            ) STRICT;
            CREATE TABLE journal (
              seq INTEGER PRIMARY KEY,
              at_ms INTEGER NOT NULL,
              actor INTEGER NOT NULL,
              type INTEGER NOT NULL,
              channel INTEGER NOT NULL,
              entity INTEGER NOT NULL,
              request_id INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE commits (
              last_seq INTEGER PRIMARY KEY,
              first_seq INTEGER NOT NULL,
              at_ms INTEGER NOT NULL,
              term INTEGER NOT NULL,
              last_id INTEGER NOT NULL,
              item_count INTEGER NOT NULL,
              body BLOB
            ) STRICT;
            CREATE TABLE notes (
              id INTEGER PRIMARY KEY,
              text TEXT NOT NULL
            ) STRICT;
            CREATE VIRTUAL TABLE notes_fts USING fts5 (text, content = 'notes', content_rowid = 'id');
            PRAGMA user_version = 1;
            """;

    private NotesFile() {}

    /// The commands' numbers and names.
    public static CommandTypes types() {
        return CommandTypes.builder()
                .add(1, "add", NoteCommand.Add.class)
                .add(2, "delete_oldest", NoteCommand.DeleteOldest.class)
                .add(3, "write_and_throw", NoteCommand.WriteAndThrow.class)
                .add(4, "write_twice", NoteCommand.WriteTwice.class)
                .add(5, "write_and_run_out_of_memory", NoteCommand.WriteAndRunOutOfMemory.class)
                .add(6, "add_and_forget", NoteCommand.AddAndForget.class)
                .add(7, "flood", NoteCommand.Flood.class)
                .build();
    }

    public static void create(Path path, String fileId) {
        SqliteFile.create(path, APPLICATION_ID, NotesFile::upgrade, session -> {
            session.execute("INSERT INTO shard_meta (one, file_id) VALUES (1, '" + fileId + "')");
            return true;
        });
    }

    public static void upgrade(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            int version;
            try (var row = statement.executeQuery("PRAGMA user_version")) {
                row.next();
                version = row.getInt(1);
            }
            if (version == 0) {
                statement.executeUpdate(SCHEMA);
            }
        }
    }

    public static SqliteFile file(Path path, String fileId, FileOptions options, SqliteThreads threads) {
        return new SqliteFile(path, new Identity(APPLICATION_ID, fileId, 1), NotesFile::upgrade, options, threads);
    }

    public static Engine.Setup setup(NotesProgram program, InstantSource clock) {
        return new Engine.Setup(types(), program, clock, EngineListener.NONE, 0);
    }

    /// Opens a file with defaults and the machine's clock.
    public static Engine open(Path path, String fileId, NotesProgram program, SqliteThreads threads) {
        return Engine.open(file(path, fileId, OPTIONS, threads), OPTIONS, setup(program, InstantSource.system()));
    }
}
