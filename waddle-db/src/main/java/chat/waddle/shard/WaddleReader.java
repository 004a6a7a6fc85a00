package chat.waddle.shard;

import chat.waddle.channel.ChannelList;
import chat.waddle.message.History;
import chat.waddle.message.MessageRows;
import chat.waddle.search.MessageSearch;
import chat.waddle.search.SearchTail;
import chat.waddle.sqlite.ReadSession;

/// What may be read of a waddle; valid only inside the callback that got it.
public final class WaddleReader {
    private final ReadSession session;
    private final ChannelList channels;
    private final MessageRows rows;
    private final SearchTail tail;

    WaddleReader(ReadSession session, ChannelList channels, MessageRows rows, SearchTail tail) {
        this.session = session;
        this.channels = channels;
        this.rows = rows;
        this.tail = tail;
    }

    public ChannelList channels() {
        return channels;
    }

    public History history() {
        return new History(session, rows);
    }

    public MessageSearch search() {
        return new MessageSearch(session, rows, tail);
    }
}
