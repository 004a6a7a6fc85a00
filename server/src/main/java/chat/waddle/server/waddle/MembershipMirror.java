package chat.waddle.server.waddle;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.Member;
import chat.waddle.community.Members;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.directory.membership.MirroredMember;
import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.directory.waddle.WaddleRegistry;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the directory's list of who belongs where true to the shards, which are the truth.
///
/// The two are different files, so a crash can fall between them. Therefore changes of one waddle's members go one
/// after the other, each told before the next is made: then everything is told exactly if the directory has heard of
/// the shard's newest change of members. Where it has not, or where telling failed, the whole list is compared.
/// Thread-safe; blocks.
public final class MembershipMirror {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipMirror.class);
    private static final int LOCKS = 256;
    private static final long NEVER = Long.MIN_VALUE;

    private final Memberships memberships;
    private final WaddleCatalogue catalogue;
    private final WaddleRegistry registry;
    private final ShardStore shards;
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
    private final Set<WaddleId> suspects = ConcurrentHashMap.newKeySet();
    private final Map<WaddleId, Long> checkedSeqs = new ConcurrentHashMap<>();

    public MembershipMirror(
            Memberships memberships, WaddleCatalogue catalogue, WaddleRegistry registry, ShardStore shards) {
        this.memberships = memberships;
        this.catalogue = catalogue;
        this.registry = registry;
        this.shards = shards;
    }

    /// Carries out a command that changes whether or how somebody belongs to a waddle, and tells the directory.
    ///
    /// That the directory cannot be told now does not undo what the shard has written; it is told later.
    public <T> CommunityOutcome<T> change(
            Shard shard, Command<CommunityOutcome<T>> command, UserId member, Request request, Origin origin) {
        ReentrantLock lock = lock(shard.waddle());
        lock.lock();
        try {
            Committed<CommunityOutcome<T>> committed = submit(shard, command, request);
            if (committed.result() instanceof CommunityOutcome.Done<T>) {
                tell(shard, member, committed.seq(), origin);
            }
            return committed.result();
        } finally {
            lock.unlock();
        }
    }

    /// The same for commands that end or change many memberships: the directory is told once, after the last of them,
    /// however many there are and however they end.
    public <T> T changeMany(Shard shard, Origin origin, Supplier<T> commands) {
        ReentrantLock lock = lock(shard.waddle());
        lock.lock();
        try {
            return changed(shard, origin, commands);
        } finally {
            lock.unlock();
        }
    }

    private <T> T changed(Shard shard, Origin origin, Supplier<T> commands) {
        try {
            return commands.get();
        } catch (StorageException e) {
            suspects.add(shard.waddle()); // it may have been written all the same
            throw e;
        } finally {
            tellAll(shard, origin);
        }
    }

    private void tellAll(Shard shard, Origin origin) {
        try {
            heal(shard, origin);
        } catch (StorageException e) {
            untold(shard, e);
        }
    }

    private <R> Committed<R> submit(Shard shard, Command<R> command, Request request) {
        try {
            return shard.submit(command, request);
        } catch (StorageException e) {
            suspects.add(shard.waddle()); // it may have been written all the same
            throw e;
        }
    }

    private void tell(Shard shard, UserId member, long seq, Origin origin) {
        try {
            if (isSuspect(shard.waddle())) {
                heal(shard, origin);
                return;
            }
            WaddleId waddle = shard.waddle();
            Told told = shard.read(reader -> Told.of(reader.members(), member));
            followOwner(waddle, told.owner(), origin);
            told.member()
                    .ifPresentOrElse(
                            present -> memberships.put(waddle, present, seq, origin),
                            () -> memberships.remove(waddle, member, seq, origin));
        } catch (StorageException e) {
            untold(shard, e);
        }
    }

    private void untold(Shard shard, StorageException why) {
        suspects.add(shard.waddle());
        LOG.atWarn()
                .setCause(why)
                .addKeyValue("waddle", shard.waddle())
                .log("The directory could not be told of a change of members; it will be told later");
    }

    /// Tells the directory of everything it has not heard of.
    public void compare(Shard shard, Origin origin) {
        ReentrantLock lock = lock(shard.waddle());
        lock.lock();
        try {
            heal(shard, origin);
        } finally {
            lock.unlock();
        }
    }

    /// Says that a waddle's shard is in use. The first time in this process its members are compared, by a thread of
    /// its own.
    void entered(Shard shard) {
        boolean known = checkedSeqs.containsKey(shard.waddle()); // nearly always, and cheaper to ask
        if (!known && checkedSeqs.putIfAbsent(shard.waddle(), NEVER) == null) {
            Thread.startVirtualThread(() -> check(shard));
        }
    }

    /// Compares the members of those waddles that changed since the last time. Call it now and then.
    public void tick() {
        shards.openShards().forEach(this::check);
        for (WaddleId waddle : List.copyOf(suspects)) {
            try {
                check(shards.shard(waddle));
            } catch (NoSuchWaddleException e) {
                suspects.remove(waddle);
            } catch (StorageException e) {
                LOG.atDebug().setCause(e).addKeyValue("waddle", waddle).log("Members cannot be compared now");
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).addKeyValue("waddle", waddle).log("Comparing members failed");
            }
        }
    }

    private void check(Shard shard) {
        WaddleId waddle = shard.waddle();
        ReentrantLock lock = lock(waddle);
        lock.lock();
        try {
            if (isSuspect(waddle) || checkedSeqs.getOrDefault(waddle, NEVER) != shard.seq()) {
                heal(shard, Origin.system());
            }
        } catch (StorageException e) {
            LOG.atDebug().setCause(e).addKeyValue("waddle", waddle).log("Members cannot be compared now");
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("waddle", waddle).log("Comparing members failed");
        } finally {
            lock.unlock();
        }
    }

    /// True where something may be untold: telling failed, or the process before this one may have died between the two
    /// files. A later change must not be told by itself then, because it would pass for all that came before.
    private boolean isSuspect(WaddleId waddle) {
        return suspects.contains(waddle) || checkedSeqs.getOrDefault(waddle, NEVER) == NEVER;
    }

    /// Tells the directory everything, if it has not heard of the newest change.
    private void heal(Shard shard, Origin origin) {
        WaddleId waddle = shard.waddle();
        long seq = shard.seq();
        long heard = memberships.mirroredSeq(waddle).orElse(Long.MAX_VALUE);
        long newest = shard.membersSeq();
        if (heard < newest) {
            reconcile(shard, origin);
        }
        suspects.remove(waddle);
        checkedSeqs.put(waddle, seq);
    }

    private void reconcile(Shard shard, Origin origin) {
        WaddleId waddle = shard.waddle();
        MemberRoll roll = shard.readSnapshot(reader -> MemberRoll.of(reader.members()));
        followOwner(waddle, roll.owner(), origin);
        List<MirroredMember> members = roll.members();
        UserId from = null;
        int start = 0;
        while (members.size() - start > Memberships.BATCH_LIMIT) {
            List<MirroredMember> batch = members.subList(start, start + Memberships.BATCH_LIMIT);
            UserId to = batch.getLast().user();
            memberships.reconcile(waddle, from, to, batch, roll.seq(), origin);
            from = to;
            start += batch.size();
        }
        memberships.reconcile(waddle, from, null, members.subList(start, members.size()), roll.seq(), origin);
    }

    /// Before the sequence is told: it says that the owner is known as well.
    private void followOwner(WaddleId waddle, UserId owner, Origin origin) {
        boolean other = catalogue
                .route(waddle)
                .filter(route -> !route.owner().equals(owner))
                .isPresent();
        if (other) {
            registry.transfer(waddle, owner, origin);
        }
    }

    /// What is told of one change.
    ///
    /// @param member empty for who is no member any more
    private record Told(UserId owner, Optional<MirroredMember> member) {
        static Told of(Members members, UserId user) {
            return new Told(
                    members.counts().owner(),
                    members.find(user).filter(Member::isActive).map(MembershipMirror::mirrored));
        }
    }

    static MirroredMember mirrored(Member member) {
        NotificationLevel level = switch (member.notificationLevel()) {
            case ALL -> NotificationLevel.ALL;
            case MENTIONS -> NotificationLevel.MENTIONS;
            case NONE -> NotificationLevel.NONE;
        };
        return new MirroredMember(
                member.user(), member.nickname(), member.joinedAt().toEpochMilli(), level);
    }

    private ReentrantLock lock(WaddleId waddle) {
        return locks.get(Math.floorMod(Long.hashCode(waddle.value() * 0x9E3779B97F4A7C15L), LOCKS));
    }
}
