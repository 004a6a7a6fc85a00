package chat.waddle.directory.conversation;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;

/// Writes down that a file of conversations is there; false when that stands there already.
record ActivateConversationShard(int place) implements Change<Boolean> {
    @Override
    public Applied<Boolean> apply(Applying applying) {
        if (applying.sql(ConversationSql.class).activate(place) == 0) {
            return Applied.unchanged(false);
        }
        return Applied.changed(true, 0, ConversationShard.idOf(place).value())
                .then(() -> applying.invalidations().routeChanged(ConversationShard.idOf(place)));
    }
}
