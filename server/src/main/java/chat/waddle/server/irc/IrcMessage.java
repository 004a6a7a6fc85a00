package chat.waddle.server.irc;

import java.time.Instant;
import java.util.List;

/// One chat message of an IRC log.
///
/// @param ordinal dense number among the chat messages of its log, from 0
/// @param lineNumber number of its line in the log, from 0, system lines included; what `replies` refers to
/// @param time the minute the log gives, in UTC; never earlier than the message before
/// @param nick as the log writes it, case and spaces kept: equal nicks are one author
/// @param text without control codes, at most [IrcLogReader#MAX_TEXT_CHARS] chars; may be blank, for somebody did send
/// it
/// @param replies line numbers of the earlier chat messages that this one answers, ascending, without doubles
public record IrcMessage(int ordinal, int lineNumber, Instant time, String nick, String text, List<Integer> replies) {
    public IrcMessage {
        replies = List.copyOf(replies);
    }
}
