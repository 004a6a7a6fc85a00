package chat.waddle.shard;

import chat.waddle.channel.ChannelList;
import chat.waddle.community.CommunityContext;
import chat.waddle.message.MessageContext;
import chat.waddle.message.MessageCounter;
import chat.waddle.message.MessageEncoder;
import chat.waddle.search.FullTextIndex;
import chat.waddle.search.SearchTail;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Lull;
import chat.waddle.sqlite.command.Program;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// The writer's side of a waddle's file: carries out its commands and keeps the views of it in memory true.
final class WaddleProgram implements Program {
    private final ReaderView readers;
    private final WriterView writer = new WriterView();
    private final MessageCounter counter = new MessageCounter();
    private final FullTextIndex index;
    private final Appliers appliers;

    WaddleProgram(ReaderView readers, SearchTail tail, MessageEncoder encoder) {
        this.readers = readers;
        this.index = new FullTextIndex(tail, readers::showFiledTo, counter::count);
        ViewChanges changes = new ViewChanges(writer, readers);
        this.appliers = WaddleCommands.appliers(
                new MessageContext(writer, readers.authors(), readers.recent(), index, encoder, counter, changes),
                new CommunityContext(writer, changes));
    }

    @Override
    public void opened(WriteSession session, long itemCount) throws SQLException {
        counter.opened(itemCount);
        writer.forgetAll();
        readers.accesses().forgetAll();
        readers.authors().clear();
        readers.recent().forgetAll();
        readers.show(ChannelList.load(session));
        index.opened(session);
    }

    @Override
    public <R> Applied<R> apply(WriteSession transaction, Stamp stamp, Command<R> command) throws SQLException {
        return appliers.apply(transaction, stamp, command);
    }

    @Override
    public void rolledBack() {
        counter.rolledBack();
        writer.forgetAll();
        readers.authors().clear();
    }

    @Override
    public void committed() {
        counter.committed();
    }

    @Override
    public long itemCount() {
        return counter.count();
    }

    @Override
    public long maintenanceDueNanos() {
        return index.dueNanos();
    }

    @Override
    public boolean wantsIdleTime() {
        return index.wantsMerging();
    }

    @Override
    public void maintain(WriteSession session, Lull lull) throws SQLException {
        index.maintain(session, lull);
    }

    FullTextIndex index() {
        return index;
    }
}
