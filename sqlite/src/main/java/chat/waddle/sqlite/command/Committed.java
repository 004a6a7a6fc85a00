package chat.waddle.sqlite.command;

/// The answer to a command, after its commit is on disk.
///
/// @param seq the commit sequence of the file at that moment; a read that has seen it has seen this change
public record Committed<R>(R result, long seq) {}
