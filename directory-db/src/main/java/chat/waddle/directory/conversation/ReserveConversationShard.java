package chat.waddle.directory.conversation;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;

/// Takes a shard id for a file of conversations that is about to be made; what was taken before stays.
///
/// @param places how many files there are to be, unless that is settled already
record ReserveConversationShard(int place, int places, ShardId shard) implements Change<ConversationShard> {
    @Override
    public Applied<ConversationShard> apply(Applying applying) {
        ConversationSql sql = applying.sql(ConversationSql.class);
        Optional<ConversationShard> known = sql.find(place);
        if (known.isPresent()) {
            return Applied.unchanged(known.get());
        }
        if (sql.places().isEmpty()) {
            sql.layOut(places);
        }
        long id = ConversationShard.idOf(place).value();
        sql.reserve(place, shard.value());
        sql.insertShard(shard.value(), id, applying.now());
        return Applied.changed(new ConversationShard(place, shard, false), 0, id)
                .then(() -> applying.invalidations().routeChanged(ConversationShard.idOf(place)));
    }
}
