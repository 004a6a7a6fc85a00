package chat.waddle.sqlite.notes;

import chat.waddle.sqlite.Session;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Lull;
import chat.waddle.sqlite.command.Program;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Applies the commands of notes and keeps the texts of all notes in memory, as a cache would.
public final class NotesProgram implements Program {
    private static final String INSERT = "INSERT INTO notes (id, text) VALUES (?, ?)";
    private static final String INDEX = "INSERT INTO notes_fts (rowid, text) VALUES (?, ?)";
    private static final String OLDEST = "SELECT id, text FROM notes ORDER BY id LIMIT 1";
    private static final String UNINDEX = "INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', ?, ?)";
    private static final String DELETE = "DELETE FROM notes WHERE id = ?";

    private final List<String> memory = new CopyOnWriteArrayList<>();
    private final AtomicInteger openings = new AtomicInteger();
    private final AtomicInteger rollbacks = new AtomicInteger();
    private final AtomicInteger maintained = new AtomicInteger();
    private volatile Maintenance maintenance = (session, lull) -> {};
    private volatile long dueNanos = Long.MAX_VALUE;
    private volatile boolean wantsLulls;
    private volatile boolean failsToOpen;
    private long items;
    private long committedItems;

    /// Work between batches, set by a test.
    @FunctionalInterface
    public interface Maintenance {
        void run(WriteSession session, Lull lull) throws SQLException;
    }

    public List<String> memory() {
        return List.copyOf(memory);
    }

    public int openings() {
        return openings.get();
    }

    public int rollbacks() {
        return rollbacks.get();
    }

    public int maintained() {
        return maintained.get();
    }

    public void maintainBy(Maintenance work) {
        maintenance = work;
    }

    /// Whether its next opening fails, once.
    public void failToOpen() {
        failsToOpen = true;
    }

    public void wantLulls(boolean wants) {
        wantsLulls = wants;
    }

    public void dueAt(long nanos) {
        dueNanos = nanos;
    }

    @Override
    public void opened(WriteSession session, long itemCount) throws SQLException {
        openings.incrementAndGet();
        if (failsToOpen) {
            failsToOpen = false;
            throw new IllegalStateException("the memory cannot be read");
        }
        memory.clear();
        memory.addAll(texts(session));
        items = itemCount;
        committedItems = itemCount;
    }

    public static List<String> texts(Session session) throws SQLException {
        List<String> texts = new java.util.ArrayList<>();
        try (var row = session.kept("SELECT text FROM notes ORDER BY id").executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    @Override
    @SuppressWarnings("unchecked") // each branch answers what its command's type says
    public <R> Applied<R> apply(WriteSession transaction, Stamp stamp, Command<R> command) throws SQLException {
        return (Applied<R>) applyNote(transaction, stamp, (NoteCommand<?>) command);
    }

    private Applied<?> applyNote(WriteSession transaction, Stamp stamp, NoteCommand<?> command) throws SQLException {
        return switch (command) {
            case NoteCommand.Add(String text) ->
                text.isEmpty() ? Applied.unchanged(new NoteCommand.Answer.Empty()) : add(transaction, stamp, text);
            case NoteCommand.DeleteOldest(int howMany) -> delete(transaction, howMany);
            case NoteCommand.WriteAndThrow(String text) -> {
                Applied<NoteCommand.Answer> _ = add(transaction, stamp, text);
                throw new IllegalStateException("thrown after writing");
            }
            case NoteCommand.WriteTwice(String text) -> {
                write(transaction, write(transaction, stamp.newId(), text), text);
                throw new IllegalStateException("not reached");
            }
            case NoteCommand.WriteAndRunOutOfMemory(String text) -> {
                Applied<NoteCommand.Answer> _ = add(transaction, stamp, text);
                throw new OutOfMemoryError("as if");
            }
            case NoteCommand.AddAndForget(String text) ->
                add(transaction, stamp, text).then(() -> {
                    throw new IllegalStateException("thrown after the commit");
                });
            case NoteCommand.Flood(int notes, int textLength) -> {
                for (int i = 0; i < notes; i++) {
                    write(transaction, stamp.newId(), "flood ".repeat(textLength / 6));
                }
                items += notes;
                yield Applied.changed(notes, 0, stamp.ids().last());
            }
        };
    }

    private Applied<NoteCommand.Answer> add(WriteSession transaction, Stamp stamp, String text) throws SQLException {
        long id = write(transaction, stamp.newId(), text);
        items++;
        return Applied.<NoteCommand.Answer>changed(new NoteCommand.Answer.Added(id), 0, id)
                .then(() -> memory.add(text));
    }

    private static long write(WriteSession transaction, long id, String text) throws SQLException {
        for (String sql : List.of(INSERT, INDEX)) {
            var insert = transaction.kept(sql);
            insert.setLong(1, id);
            insert.setString(2, text);
            insert.executeUpdate();
        }
        return id;
    }

    private Applied<Integer> delete(WriteSession transaction, int howMany) throws SQLException {
        int deleted = 0;
        while (deleted < howMany && deleteOldest(transaction)) {
            deleted++;
        }
        int count = deleted;
        items -= count;
        return count == 0
                ? Applied.unchanged(0)
                : Applied.changed(count, 0, 0)
                        .then(() -> memory.subList(0, count).clear());
    }

    private static boolean deleteOldest(WriteSession transaction) throws SQLException {
        long id;
        String text;
        try (var row = transaction.kept(OLDEST).executeQuery()) {
            if (!row.next()) {
                return false;
            }
            id = row.getLong(1);
            text = row.getString(2);
        }
        var unindex = transaction.kept(UNINDEX);
        unindex.setLong(1, id);
        unindex.setString(2, text);
        unindex.executeUpdate();
        var delete = transaction.kept(DELETE);
        delete.setLong(1, id);
        delete.executeUpdate();
        return true;
    }

    @Override
    public void rolledBack() {
        rollbacks.incrementAndGet();
        items = committedItems;
    }

    @Override
    public void committed() {
        committedItems = items;
    }

    @Override
    public long itemCount() {
        return items;
    }

    @Override
    public long maintenanceDueNanos() {
        return dueNanos;
    }

    @Override
    public boolean wantsIdleTime() {
        return wantsLulls;
    }

    @Override
    public void maintain(WriteSession session, Lull lull) throws SQLException {
        maintained.incrementAndGet();
        dueNanos = Long.MAX_VALUE;
        maintenance.run(session, lull);
    }
}
