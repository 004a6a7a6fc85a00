package chat.waddle.server.bookmark;

import chat.waddle.channel.Channel;
import chat.waddle.community.Permission;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.History;
import chat.waddle.message.MessageRows;
import chat.waddle.server.waddle.Visit;
import chat.waddle.server.waddle.WaddleGate;
import chat.waddle.shard.WaddleReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Messages, by the same rules as reading them in their channel. Thread-safe.
final class MessageTargets implements BookmarkTargets {
    private final WaddleGate gate;

    MessageTargets(WaddleGate gate) {
        this.gate = gate;
    }

    @Override
    public Map<Long, String> visible(UserId user, WaddleId waddle, Collection<Long> ids) {
        return gate.visit(waddle, user)
                .map(visit -> visit.shard().read(reader -> visible(reader, visit, ids)))
                .orElse(Map.of());
    }

    private static Map<Long, String> visible(WaddleReader reader, Visit visit, Collection<Long> ids)
            throws SQLException {
        Map<Long, String> visible = new HashMap<>();
        History history = visit.guest() ? reader.history().forGuests() : reader.history();
        for (long id : ids) {
            Optional<MessageRows.Encoded> message = history.one(id);
            if (message.isPresent() && !history.isDeleted() && mayRead(reader, visit, message.get())) {
                visible.put(id, new String(message.get().bytes(), StandardCharsets.UTF_8));
            }
        }
        return visible;
    }

    private static boolean mayRead(WaddleReader reader, Visit visit, MessageRows.Encoded message) {
        Channel channel = reader.channels().byNum(message.channel());
        return channel != null
                && visit.maySee(channel)
                && channel.concerns(visit.access())
                && visit.may(channel, Permission.READ_HISTORY)
                && message.id() >= visit.historyFrom(channel);
    }
}
