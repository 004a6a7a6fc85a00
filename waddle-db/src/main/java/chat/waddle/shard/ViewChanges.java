package chat.waddle.shard;

import chat.waddle.channel.ChannelList;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;

/// How a command that changes rights or channels keeps both views of them true.
///
/// Each method forgets at once in the writer's view, so that the next command of the same batch sees the change, and
/// returns what is to be done in the readers' view after the commit. Call it after the last write of the command.
/// Owned by the writer.
public final class ViewChanges {
    private final WriterView writer;
    private final ReaderView readers;

    ViewChanges(WriterView writer, ReaderView readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /// The rights of one user have changed.
    public Runnable accessOf(UserId user) {
        writer.forgetAccess(user);
        return () -> readers.accesses().forget(user);
    }

    /// The rights of many have changed.
    public Runnable allAccesses() {
        writer.forgetAccesses();
        return () -> readers.accesses().forgetAll();
    }

    /// A channel has changed. The list for the readers is loaded here, inside the transaction.
    public Runnable channels(WriteSession transaction) throws SQLException {
        writer.forgetChannels();
        ChannelList newest = writer.channels(transaction);
        return () -> readers.show(newest);
    }

    /// One room has changed, or is new; the rest of the list stays as it is.
    ///
    /// @param num the room's small number
    public Runnable room(WriteSession transaction, int num) throws SQLException {
        ChannelList newest = writer.channelsWithRoom(transaction, num);
        return () -> readers.show(newest);
    }
}
