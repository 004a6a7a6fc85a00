package chat.waddle.sqlite.command;

/// A command as the journal kept it, with everything needed to apply it again to the same effect.
public record RecordedCommand(long seq, long timeMillis, Request request, Command<?> command) {}
