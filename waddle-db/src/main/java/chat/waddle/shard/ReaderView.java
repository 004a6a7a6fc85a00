package chat.waddle.shard;

import chat.waddle.channel.ChannelList;
import chat.waddle.community.Accesses;
import chat.waddle.message.Authors;
import chat.waddle.message.RecentMessages;
import org.jspecify.annotations.Nullable;

/// What every thread may know of an open file without asking it; as of the newest commit. Thread-safe.
public final class ReaderView {
    private final Accesses accesses = new Accesses();
    private final RecentMessages recent = new RecentMessages();
    private final Authors authors = new Authors();
    private volatile @Nullable ChannelList channels;
    private volatile long filedTo = Long.MIN_VALUE;

    public Accesses accesses() {
        return accesses;
    }

    public RecentMessages recent() {
        return recent;
    }

    public Authors authors() {
        return authors;
    }

    /// @return null before the file was opened
    public @Nullable ChannelList channels() {
        return channels;
    }

    /// The id up to which messages are filed; never more than a read that begins afterwards will find.
    public long filedTo() {
        return filedTo;
    }

    void show(ChannelList newest) {
        channels = newest;
    }

    void showFiledTo(long messageId) {
        filedTo = messageId;
    }
}
