package chat.waddle.thread;

import chat.waddle.sqlite.command.Command;

/// Writes down which threads have gone to the archive by themselves; readers see them there already.
///
/// @param limit how many at most
public record ArchiveQuietThreads(int limit) implements Command<ArchiveQuietThreads.Archived> {
    /// @param threads how many were written down; fewer than the limit means that none is left
    public record Archived(int threads) {}
}
