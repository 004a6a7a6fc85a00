package chat.waddle.monitor;

import chat.waddle.directory.erasure.LegalHolds;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.sqlite.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Erases what is due, takes away bans that have run out, gives back questions to robots, archives quiet threads
/// and renews statistics, for an open shard every few hours. Used by the thread that ticks.
final class ShardUpkeep {
    private final MonitorSettings settings;
    private final List<ShardChore> chores;
    private final LegalHolds holds;
    private final Map<WaddleId, Instant> lastCare = new HashMap<>();
    private long erased;
    private @Nullable RuntimeException failure;

    ShardUpkeep(MonitorSettings settings, List<ShardChore> chores, LegalHolds holds) {
        this.holds = holds;
        this.chores = List.copyOf(chores);
        this.settings = settings;
    }

    void visit(Shard open, Instant now) {
        Instant last = lastCare.get(open.waddle());
        if (last == null || !now.isBefore(last.plus(settings.careEvery()))) {
            lastCare.put(open.waddle(), now);
            care(open);
        }
    }

    /// In a community under a legal hold nothing is erased; elsewhere nothing of an account under one.
    void care(Shard open) {
        ShardCare care = new ShardCare(open);
        boolean held = holds.find(open.waddle().value()).isPresent();
        if (!held) {
            erase(care);
        }
        boolean _ = care.liftExpiredBans(settings.erasedAtOnce()) > 0;
        boolean _ = care.expireInteractions(settings.erasedAtOnce()) > 0;
        boolean _ = care.archiveQuietThreads(settings.erasedAtOnce()) > 0;
        care.optimize();
        if (!held) {
            chores.forEach(chore -> run(chore, open));
        }
    }

    private void erase(ShardCare care) {
        List<UserId> heldUsers = holds.users();
        for (int round = 0; round < settings.erasuresPerVisit(); round++) {
            int gone = care.eraseExpired(settings.erasedAtOnce(), heldUsers);
            erased += gone;
            if (gone < settings.erasedAtOnce()) {
                break;
            }
        }
    }

    /// Trouble elsewhere, such as a store of objects that does not answer, says nothing about the shard.
    private void run(ShardChore chore, Shard open) {
        try {
            chore.run(open);
        } catch (StorageException ofTheShard) {
            throw ofTheShard;
        } catch (RuntimeException elsewhere) {
            failure = elsewhere;
        }
    }

    /// Throws the last failure of a chore since the last question, if there was one.
    void throwFailure() {
        RuntimeException last = failure;
        failure = null;
        if (last != null) {
            throw last;
        }
    }

    /// Forgets shards that were not looked at for long.
    void forgetBefore(Instant now) {
        Duration longAgo = settings.careEvery().multipliedBy(4);
        lastCare.values().removeIf(last -> last.isBefore(now.minus(longAgo)));
    }

    /// How many messages were erased since the last question.
    long takeErased() {
        long count = erased;
        erased = 0;
        return count;
    }
}
