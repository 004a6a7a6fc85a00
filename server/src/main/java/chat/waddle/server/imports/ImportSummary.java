package chat.waddle.server.imports;

import chat.waddle.server.irc.IrcCounts;

/// What an import has done.
///
/// @param authors accounts that stand for the authors
/// @param imported messages taken over by this run
/// @param alreadyThere messages that an earlier run had taken over
/// @param lostReplies links to messages of a log that was finished before and has grown since; they are left out
/// @param counts what the logs hold and what was left out in reading them
public record ImportSummary(
        ImportPlace place,
        int logs,
        int authors,
        long imported,
        long alreadyThere,
        long lostReplies,
        IrcCounts counts) {}
