package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.waddle.Route;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.ids.WaddleId;
import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardFigures;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Measures the shards of one tick: open ones where they are, closed ones only where the file may have changed since
/// its last measure. Made anew for each tick; used by its thread.
final class Measuring {
    private final ShardStore store;
    private final WaddleCatalogue catalogue;
    private final ChangedShards changes;
    private final OutOfService outOfService;
    private final Predicate<ShardRecord> mayHaveChanged;
    private final Map<WaddleId, Shard> open = new HashMap<>();
    private int opensLeft;
    private long measured;
    private long opened;
    private long deferred;

    /// @param mayHaveChanged what is to be measured although nobody has heard of a change
    Measuring(
            ShardStore store,
            WaddleCatalogue catalogue,
            ChangedShards changes,
            OutOfService outOfService,
            Predicate<ShardRecord> mayHaveChanged,
            int opens) {
        this.store = store;
        this.catalogue = catalogue;
        this.changes = changes;
        this.outOfService = outOfService;
        this.mayHaveChanged = mayHaveChanged;
        this.opensLeft = opens;
        // not by use(): what the monitor does must not keep a shard open
        store.openShards().forEach(shard -> open.put(shard.waddle(), shard));
    }

    /// What came of one shard.
    sealed interface Outcome {
        /// The directory's figures still hold, or nothing newer could be had.
        record AsRecorded() implements Outcome {}

        record Measured(ShardFigures figures) implements Outcome {}

        /// It does not serve any more.
        record Lost() implements Outcome {}
    }

    Outcome measure(ShardRecord shard) {
        Shard known = open.get(shard.waddle());
        String file = shard.shard().value();
        boolean changed = changes.take(file) || mayHaveChanged.test(shard);
        if (known == null && !changed) {
            return new Outcome.AsRecorded();
        }
        if (known == null && !mayOpen(shard)) {
            return later(file);
        }
        try {
            ShardFigures figures = known != null ? new ShardCare(known).measure() : briefly(shard);
            measured++;
            return new Outcome.Measured(figures);
        } catch (StorageException failure) {
            if (outOfService.judge(shard, failure)) {
                return new Outcome.Lost();
            }
            return later(file);
        } catch (NoSuchWaddleException gone) {
            return new Outcome.AsRecorded(); // removed a moment ago
        }
    }

    private Outcome later(String file) {
        changes.putBack(file);
        deferred++;
        return new Outcome.AsRecorded();
    }

    /// A file that is being made, or that waits to be deleted, is left alone.
    private boolean mayOpen(ShardRecord shard) {
        return opensLeft > 0 && serves(shard.waddle());
    }

    private boolean serves(WaddleId waddle) {
        Optional<Route> route = catalogue.route(waddle);
        return route.isPresent()
                && (route.get().state() == WaddleState.ACTIVE || route.get().state() == WaddleState.SUSPENDED);
    }

    private ShardFigures briefly(ShardRecord shard) {
        opensLeft--;
        opened++;
        return store.useBriefly(shard.waddle(), opening -> {
            boolean _ = changes.take(shard.shard().value()); // the opening itself
            return new ShardCare(opening).measure();
        });
    }

    /// The open shard of a waddle when the tick began.
    Optional<Shard> open(WaddleId waddle) {
        return Optional.ofNullable(open.get(waddle));
    }

    long measured() {
        return measured;
    }

    long opened() {
        return opened;
    }

    long deferred() {
        return deferred;
    }
}
