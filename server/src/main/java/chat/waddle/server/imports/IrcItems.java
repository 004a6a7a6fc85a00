package chat.waddle.server.imports;

import chat.waddle.ids.UserId;
import chat.waddle.message.ImportMessages;
import chat.waddle.server.irc.IrcMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Turns the messages of one log, in their order, into what a shard takes over. For one pass by one thread.
///
/// A log tells the minute only. The messages of a minute get one millisecond after the other, so that their ids keep
/// the order of the file; the same pass gives the same times again. Of several messages that one answers, the nearest
/// is its reply and the others follow as further replies.
final class IrcItems {
    private static final long LAST_MILLI_OF_MINUTE = 59_999;

    private final Map<String, UserId> authors;
    private final Map<Integer, Integer> ordinalByLine = new HashMap<>();
    private long minuteMillis = Long.MIN_VALUE;
    private long milliOfMinute;

    IrcItems(Map<String, UserId> authors) {
        this.authors = authors;
    }

    ImportMessages.Item item(IrcMessage message) {
        ordinalByLine.put(message.lineNumber(), message.ordinal());
        List<Integer> replies = message.replies().stream().map(this::ordinalOf).toList();
        UserId author = Objects.requireNonNull(authors.get(message.nick()));
        return new ImportMessages.Item(
                author,
                timeMillis(message),
                message.text(),
                replies.isEmpty() ? null : replies.getLast(),
                null,
                replies.size() < 2 ? null : replies.subList(0, replies.size() - 1));
    }

    private Integer ordinalOf(int line) {
        return Objects.requireNonNull(ordinalByLine.get(line));
    }

    private long timeMillis(IrcMessage message) {
        long minute = message.time().toEpochMilli();
        milliOfMinute = minute == minuteMillis ? Math.min(milliOfMinute + 1, LAST_MILLI_OF_MINUTE) : 0;
        minuteMillis = minute;
        return minute + milliOfMinute;
    }
}
