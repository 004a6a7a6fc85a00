package chat.waddle.sqlite.command;

import chat.waddle.ids.IdClock;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.util.List;

/// Applies recorded commands again, with the times and numbers they had, to the same effect.
///
/// Runs as a chore of an engine whose file stands exactly before the first command.
public final class Replay {
    private final Program program;
    private final CommandTypes types;

    public Replay(Program program, CommandTypes types) {
        this.program = program;
        this.types = types;
    }

    /// Applies the commands one after another, in one transaction.
    ///
    /// @return the sequence reached
    /// @throws IllegalStateException when a command does not change the file as it did the first time
    public long run(WriteSession session, List<RecordedCommand> commands) throws SQLException {
        long seq = session.transaction(transaction -> {
            Journal.Position position = Journal.position(transaction);
            IdClock ids = new IdClock(position.lastId());
            EncodedBatch encoded = new EncodedBatch(types);
            long next = position.seq();
            for (RecordedCommand recorded : commands) {
                next = apply(transaction, ids, encoded, next, recorded);
            }
            return next;
        });
        program.opened(session, program.itemCount());
        return seq;
    }

    private long apply(WriteSession transaction, IdClock ids, EncodedBatch encoded, long last, RecordedCommand recorded)
            throws SQLException {
        if (recorded.seq() != last + 1) {
            throw new IllegalStateException("change " + recorded.seq() + " does not follow change " + last);
        }
        Stamp stamp = new Stamp(ids, recorded.timeMillis()).at(recorded.seq(), recorded.request());
        Applied<?> applied = program.apply(transaction, stamp, recorded.command());
        if (!applied.changed()) {
            throw new IllegalStateException("change " + recorded.seq() + " was refused: " + applied.result());
        }
        Command<?> again = applied.recordOf(recorded.command());
        Journal.append(transaction, stamp, types.of(again).number(), applied);
        encoded.add(recorded.seq(), recorded.request(), again);
        Journal.appendCommit(transaction, recorded.seq(), recorded.seq(), stamp, program.itemCount(), encoded.take());
        program.committed();
        if (applied.afterCommit() != null) {
            applied.afterCommit().run();
        }
        return recorded.seq();
    }
}
