package chat.waddle.server.conversation;

import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.participant.LeaveEveryRoom;
import chat.waddle.server.account.Departure;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a deleted account out of its groups, which go on without it; what it owned goes to who stands next. Of its
/// conversations of two nothing changes: the other one reads on. Thread-safe; blocks.
final class LeaveConversations implements Departure {
    private static final Logger LOG = LoggerFactory.getLogger(LeaveConversations.class);
    private static final int AT_ONCE = 100;

    private final Departure first;
    private final ConversationFiles files;
    private final ShardStore shards;

    /// @param first what else is to be ended, before
    LeaveConversations(Departure first, ConversationFiles files, ShardStore shards) {
        this.first = first;
        this.files = files;
        this.shards = shards;
    }

    @Override
    public void of(UserId user, Origin origin) {
        first.of(user, origin);
        for (WaddleId file : files.all()) {
            leave(file, user);
        }
    }

    private void leave(WaddleId file, UserId user) {
        LeaveEveryRoom command = new LeaveEveryRoom(user, AT_ONCE);
        Request request = new Request(user.value(), 0);
        try {
            int left = AT_ONCE;
            while (left == AT_ONCE) {
                left = shards.use(
                        file, shard -> shard.submit(command, request).result().rooms());
            }
        } catch (StorageException failure) {
            LOG.atWarn()
                    .setCause(failure)
                    .addKeyValue("file", file)
                    .log("A deleted account could not leave its conversations");
        }
    }
}
