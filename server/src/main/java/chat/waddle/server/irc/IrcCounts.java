package chat.waddle.server.irc;

/// What reading logs has kept and left out. Every line is a message, an action, a system line or another line; every
/// link is a self link, a
/// double, dropped or a reply.
///
/// @param lines lines of the logs
/// @param messages chat messages, blank ones included
/// @param actions `/me` lines, left out
/// @param systemLines joins, parts and other notices of the channel, left out
/// @param otherLines notices to the channel and lines of no known form, left out
/// @param blankTexts messages without any visible text
/// @param strippedTexts messages that lost control codes
/// @param repairedLines lines that were no valid UTF-8 and were read as windows-1252
/// @param cutTexts messages cut to the text limit
/// @param clockTurns times the clock of a log passed midnight (or noon, on a twelve-hour clock)
/// @param linkLines lines of the annotation files
/// @param selfLinks links of a line to itself, which mark the start of a conversation
/// @param doubleLinks links given before in the same file
/// @param droppedLinks links with an end that is no chat message, and annotation lines of no known form
/// @param replies links kept
public record IrcCounts(
        long lines,
        long messages,
        long actions,
        long systemLines,
        long otherLines,
        long blankTexts,
        long strippedTexts,
        long repairedLines,
        long cutTexts,
        long clockTurns,
        long linkLines,
        long selfLinks,
        long doubleLinks,
        long droppedLinks,
        long replies) {

    public static final IrcCounts NONE = new IrcCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public IrcCounts plus(IrcCounts other) {
        return new IrcCounts(
                lines + other.lines,
                messages + other.messages,
                actions + other.actions,
                systemLines + other.systemLines,
                otherLines + other.otherLines,
                blankTexts + other.blankTexts,
                strippedTexts + other.strippedTexts,
                repairedLines + other.repairedLines,
                cutTexts + other.cutTexts,
                clockTurns + other.clockTurns,
                linkLines + other.linkLines,
                selfLinks + other.selfLinks,
                doubleLinks + other.doubleLinks,
                droppedLinks + other.droppedLinks,
                replies + other.replies);
    }
}
