package chat.waddle.migrations;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// All shards of a fleet one after the other, fetched page by page.
final class FleetPages implements Iterator<FleetShard> {
    private final Fleet fleet;
    private final int pageSize;
    private List<FleetShard> page;
    private int next;

    FleetPages(Fleet fleet, int pageSize) {
        this.fleet = fleet;
        this.pageSize = pageSize;
        this.page = fleet.pageAfter("", pageSize);
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && page.size() >= pageSize) {
            page = fleet.pageAfter(page.getLast().shardId(), pageSize);
            next = 0;
        }
        return next < page.size();
    }

    @Override
    public FleetShard next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The fleet has no further shard");
        }
        return page.get(next++);
    }
}
