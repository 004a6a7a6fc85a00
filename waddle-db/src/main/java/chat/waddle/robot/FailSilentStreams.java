package chat.waddle.robot;

import chat.waddle.sqlite.command.Command;

/// Ends as failed what robots have begun to write and then left alone for too long.
///
/// @param limit how many at most
public record FailSilentStreams(int limit) implements Command<FailSilentStreams.Failed> {
    /// @param streams how many; fewer than the limit means that none is left
    public record Failed(int streams) {}
}
