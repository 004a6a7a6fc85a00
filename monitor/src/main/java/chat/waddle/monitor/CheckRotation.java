package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.directory.shard.Shards;
import chat.waddle.directory.store.Origin;
import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.CheckReport;
import chat.waddle.sqlite.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Checks the pages and references of each shard once in a while, a few at a tick, and takes a damaged one out of
/// service. Made anew for each tick.
///
/// A check that could not be finished waits a day for another attempt, so that it does not use up the turn of others.
final class CheckRotation {
    private static final Duration NEXT_ATTEMPT = Duration.ofDays(1);

    private final Shards directory;
    private final ShardStore store;
    private final OutOfService outOfService;
    private final ShardUpkeep upkeep;
    private final MonitorSettings settings;
    private final Map<ShardId, Instant> attempts;
    private final Instant now;
    private long checked;
    private long checkedBytes;

    /// @param attempts when the checks that were begun and not finished were begun; kept from tick to tick
    CheckRotation(
            Shards directory,
            ShardStore store,
            OutOfService outOfService,
            ShardUpkeep upkeep,
            MonitorSettings settings,
            Map<ShardId, Instant> attempts,
            Instant now) {
        this.directory = directory;
        this.store = store;
        this.outOfService = outOfService;
        this.upkeep = upkeep;
        this.settings = settings;
        this.attempts = attempts;
        this.now = now;
    }

    /// Checks the shard if it is due and the budget allows.
    ///
    /// @return whether it was found damaged
    boolean visit(ShardRecord shard) {
        if (!isDue(shard) || checked >= settings.checksPerTick() || checkedBytes >= settings.checkBytesPerTick()) {
            return false;
        }
        attempts.put(shard.shard(), now);
        checked++;
        checkedBytes += shard.fileBytes();
        try {
            CheckReport report = store.use(shard.waddle(), open -> {
                CheckReport found = new ShardCare(open).quickCheck(settings.checkDeadline());
                if (found.sound()) {
                    upkeep.care(open);
                }
                return found;
            });
            attempts.remove(shard.shard());
            if (report.sound()) {
                directory.checked(shard.shard());
                return false;
            }
            return outOfService.quarantine(
                    shard, "the check found: " + report.findings().getFirst(), Origin.system());
        } catch (StorageException failure) {
            return outOfService.judge(shard, failure);
        } catch (NoSuchWaddleException gone) {
            return false; // removed a moment ago
        }
    }

    /// Only measured shards: those of communities that are not ready yet have no file to check.
    private boolean isDue(ShardRecord shard) {
        Instant last = Objects.requireNonNullElse(shard.checkedAt(), shard.createdAt());
        Instant attempt = attempts.get(shard.shard());
        return shard.state() == ShardState.ACTIVE
                && (attempt == null || !now.isBefore(attempt.plus(NEXT_ATTEMPT)))
                && shard.measuredAt() != null
                && !now.isBefore(last.plus(settings.checkEvery()));
    }

    long checked() {
        return checked;
    }
}
