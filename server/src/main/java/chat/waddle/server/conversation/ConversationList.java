package chat.waddle.server.conversation;

import chat.waddle.channel.Channel;
import chat.waddle.ids.UserId;
import chat.waddle.message.Unread;
import chat.waddle.participant.Conversations;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.waddle.Visit;
import chat.waddle.sqlite.StorageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody's conversations by newest activity, put together from all files. Thread-safe.
///
/// Each file gives its own newest, one more than the page holds; of these the newest make the page. Ids are unique in
/// the server, so that equal activities have an order too, and no page misses or repeats any.
final class ConversationList {
    private static final Comparator<Found> NEWEST = Comparator.<Found>comparingLong(
                    found -> found.active().activity())
            .thenComparingLong(found -> found.active().id())
            .reversed();

    private final ConversationGate gate;

    ConversationList(ConversationGate gate) {
        this.gate = gate;
    }

    private record Found(Visit visit, Conversations.Active active) {}

    /// @param partial true where conversations are left out because their file is out of service
    record ConversationPage(
            List<ConversationJson> items, @Nullable String next, boolean partial) {}

    ConversationPage page(UserId user, @Nullable String cursor, int limit) {
        long[] below = cursor == null ? new long[] {Long.MAX_VALUE, Long.MAX_VALUE} : Cursor.decode(cursor, 2);
        List<Found> found = new ArrayList<>();
        StorageException missing = gate.everywhere(
                user,
                visit -> visit.shard()
                        .read(reader -> reader.conversations().page(visit.access(), below[0], below[1], limit + 1))
                        .forEach(active -> found.add(new Found(visit, active))));
        found.sort(NEWEST);
        List<Found> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? next(page.getLast()) : null;
        return new ConversationPage(items(page), next, missing != null);
    }

    private static String next(Found last) {
        return Cursor.encode(last.active().activity(), last.active().id());
    }

    /// What one of them is like for the one who visits it.
    static ConversationJson of(Visit visit, Channel conversation) {
        return visit.shard().readSnapshot(reader -> {
            long activity = reader.conversations()
                    .one(visit.access(), conversation.num())
                    .map(Conversations.Active::activity)
                    .orElse(conversation.id().value());
            Unread unread =
                    reader.unread().of(visit.access(), List.of(conversation)).getFirst();
            return ConversationJson.of(unread, activity);
        });
    }

    private static List<ConversationJson> items(List<Found> page) {
        Map<Visit, List<Channel>> byFile = new HashMap<>();
        for (Found each : page) {
            Channel channel =
                    each.visit().shard().channels().byNum(each.active().channel());
            if (channel != null && each.visit().maySee(channel)) {
                byFile.computeIfAbsent(each.visit(), _ -> new ArrayList<>()).add(channel);
            }
        }
        Map<Long, Unread> unread = new HashMap<>();
        byFile.forEach((visit, channels) -> visit.shard()
                .read(reader -> reader.unread().of(visit.access(), channels))
                .forEach(each -> unread.put(each.channel().id().value(), each)));
        return page.stream()
                .filter(each -> unread.containsKey(each.active().id()))
                .map(each -> ConversationJson.of(
                        Objects.requireNonNull(unread.get(each.active().id())),
                        each.active().activity()))
                .toList();
    }
}
