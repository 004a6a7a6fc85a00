package chat.waddle.shard;

import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Which applier carries out which command, for one file's writer.
public final class Appliers {
    private final Map<Class<?>, Applier<?, ?>> byCommand = new HashMap<>();

    /// Carries out one kind of command; all checks come before the first write.
    @FunctionalInterface
    public interface Applier<C extends Command<R>, R> {
        Applied<R> apply(WriteSession transaction, Stamp stamp, C command) throws SQLException;
    }

    public <R, C extends Command<R>> Appliers on(Class<C> command, Applier<C, R> applier) {
        if (byCommand.putIfAbsent(command, applier) != null) {
            throw new IllegalArgumentException(command + " has an applier already");
        }
        return this;
    }

    @SuppressWarnings("unchecked") // `on` ties the applier's types to the class it is found by
    <R> Applied<R> apply(WriteSession transaction, Stamp stamp, Command<R> command) throws SQLException {
        Applier<Command<R>, R> applier = (Applier<Command<R>, R>) byCommand.get(command.getClass());
        if (applier == null) {
            throw new IllegalArgumentException("no applier for " + command.getClass());
        }
        return applier.apply(transaction, stamp, command);
    }

    java.util.Set<Class<?>> commands() {
        return byCommand.keySet();
    }
}
