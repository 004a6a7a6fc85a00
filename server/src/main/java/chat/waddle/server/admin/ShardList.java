package chat.waddle.server.admin;

import chat.waddle.directory.Directory;
import chat.waddle.directory.conversation.ConversationShard;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.ids.WaddleId;
import chat.waddle.monitor.Monitor;
import chat.waddle.server.http.ItemList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Pages and tops of all shards, with the names of their communities. Thread-safe.
final class ShardList {
    private static final int SCANNED_AT_ONCE = 1000;

    private final Directory directory;
    private final Monitor monitor;

    ShardList(Directory directory, Monitor monitor) {
        this.directory = directory;
        this.monitor = monitor;
    }

    /// A page in order of ids.
    ///
    /// @param state only such shards, or null for all
    ItemList<ShardJson> page(@Nullable ShardState state, String after, int limit) {
        List<ShardRecord> found = new ArrayList<>();
        String from = after;
        while (found.size() <= limit) {
            List<ShardRecord> some = state == ShardState.QUARANTINED
                    ? directory.shards().quarantined(from, limit + 1)
                    : directory.shards().page(from, limit + 1);
            some.stream()
                    .filter(shard -> state == null || shard.state() == state)
                    .forEach(found::add);
            if (some.size() <= limit) {
                break;
            }
            from = some.getLast().shard().value();
        }
        boolean more = found.size() > limit;
        List<ShardRecord> shown = more ? found.subList(0, limit) : found;
        return new ItemList<>(json(shown), more ? shown.getLast().shard().value() : null);
    }

    /// The largest shards, by pages in use.
    ItemList<ShardJson> largest(int limit) {
        Comparator<ShardRecord> bySize = Comparator.comparingLong(ShardRecord::usedBytes);
        PriorityQueue<ShardRecord> top = new PriorityQueue<>(bySize);
        List<ShardRecord> page = directory.shards().page("", SCANNED_AT_ONCE);
        while (!page.isEmpty()) {
            for (ShardRecord shard : page) {
                top.add(shard);
                if (top.size() > limit) {
                    top.remove();
                }
            }
            page = page.size() < SCANNED_AT_ONCE
                    ? List.of()
                    : directory.shards().page(page.getLast().shard().value(), SCANNED_AT_ONCE);
        }
        return new ItemList<>(json(top.stream().sorted(bySize.reversed()).toList()), null);
    }

    List<ShardJson> json(List<ShardRecord> shards) {
        Map<WaddleId, Waddle> waddles = directory
                .catalogue()
                .findAll(shards.stream().map(ShardRecord::waddle).toList());
        return shards.stream()
                .map(shard -> json(shard, waddles.get(shard.waddle())))
                .toList();
    }

    /// Files of conversations have no name; no waddle's has a space.
    private static @Nullable String nameOf(WaddleId waddle) {
        return ConversationShard.isOne(waddle) ? "conversations " + (-1 - waddle.value()) : null;
    }

    private ShardJson json(ShardRecord shard, @Nullable Waddle waddle) {
        String name = waddle == null ? nameOf(shard.waddle()) : waddle.name();
        return ShardJson.of(monitor.look(shard), name, monitor.policy().limitBytes());
    }
}
