package chat.waddle.server.erasure;

import chat.waddle.attachment.AttachmentObjects;
import chat.waddle.directory.Directory;
import chat.waddle.directory.erasure.ErasedShard;
import chat.waddle.directory.erasure.Erasure;
import chat.waddle.directory.erasure.ErasureState;
import chat.waddle.directory.erasure.Erasures;
import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.erasure.EraseMember;
import chat.waddle.erasure.ErasureMode;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.objectstore.ObjectStoreException;
import chat.waddle.participant.LeaveEveryRoom;
import chat.waddle.server.export.ExportFiles;
import chat.waddle.server.waddle.MembershipMirror;
import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Request;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries erasures through all files, one after the other; what cannot be done now is tried again later.
///
/// An erasure is a row of the directory, so a restart goes on where it stopped. Before anything is erased from a file
/// of a community it stands in the ledger. Call [#tick()] now and then; not thread-safe.
public final class ErasureRuns {
    /// How many messages are erased in one commit.
    static final int AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRuns.class);
    private static final Request SYSTEM = new Request(Request.SYSTEM, 0);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PAGE = 100;
    /// A file up to this size is written anew at once, which holds its community up for some seconds.
    private static final long REWRITE_LIMIT_BYTES = 256L << 20;

    private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BEGUN = "begun";
    private static final String HOLD = "legal hold";

    private final Directory directory;
    private final Erasures erasures;
    private final ShardStore shards;
    private final MembershipMirror mirror;
    private final AttachmentObjects objects;
    private final ErasureLedger ledger;
    private final ExportFiles exports;
    private final InstantSource clock;
    private final Map<Long, Instant> pausedUntil = new HashMap<>();

    public ErasureRuns(
            Directory directory,
            ShardStore shards,
            MembershipMirror mirror,
            AttachmentObjects objects,
            ErasureLedger ledger,
            ExportFiles exports,
            InstantSource clock) {
        this.directory = directory;
        this.erasures = directory.erasures();
        this.shards = shards;
        this.mirror = mirror;
        this.objects = objects;
        this.ledger = ledger;
        this.exports = exports;
        this.clock = clock;
    }

    /// Holds the directory against the ledger: an erasure it has forgotten begins again. Call it before anybody is
    /// served.
    public void compareWithLedger() {
        for (ErasureLedger.Entry entry : ledger.entries()) {
            Optional<Erasure> known = erasures.find(entry.erasure());
            if (known.isEmpty()) {
                LOG.atWarn().addKeyValue("erasure", entry.erasure()).log("The directory is from before an erasure");
                boolean _ = erasures.resume(entry.erasure(), entry.user(), entry.mode(), entry.requestedAt());
                ledger.settled(entry.erasure()); // files put back with the directory forget it before they serve
            } else if (known.get().state() == ErasureState.DONE) {
                ledger.settled(entry.erasure());
            }
        }
    }

    /// Does what there is to do.
    ///
    /// @return how many erasures were finished
    public int tick() {
        List<Erasure> running = running();
        for (Erasure erasure : running) { // before the first of them, which may take long
            if (!ledger.has(erasure.id())) {
                ledger.append(
                        new ErasureLedger.Entry(erasure.id(), erasure.user(), erasure.mode(), erasure.requestedAt()));
            }
        }
        Map<Erasure, Erasures.Cleared> complete = new LinkedHashMap<>();
        for (Erasure erasure : running) {
            Instant pause = pausedUntil.getOrDefault(erasure.id(), Instant.MIN);
            if (!clock.instant().isBefore(pause)) {
                carryOut(erasure).ifPresent(cleared -> complete.put(erasure, cleared));
            }
        }
        if (complete.isEmpty() || !erasures.rewriteFile()) { // once for all of them
            return 0;
        }
        complete.forEach(this::finish);
        return complete.size();
    }

    private List<Erasure> running() {
        List<Erasure> running = new ArrayList<>();
        List<Erasure> page = erasures.inState(ErasureState.RUNNING, 0, PAGE);
        while (!page.isEmpty()) {
            running.addAll(page);
            page = erasures.inState(ErasureState.RUNNING, page.getLast().id(), PAGE);
        }
        return running;
    }

    /// Whatever goes wrong with one erasure, the others go on.
    ///
    /// @return what the directory lost, where nothing is left to do but to rewrite its file
    private Optional<Erasures.Cleared> carryOut(Erasure erasure) {
        pausedUntil.put(erasure.id(), clock.instant().plus(PAUSE));
        try {
            if (run(erasure) && !held(erasure.user().value())) {
                exports.removeAll(erasure.user());
                return Optional.of(erasures.clear(erasure.user()));
            }
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).addKeyValue("erasure", erasure.id()).log("An erasure goes on later");
        }
        return Optional.empty();
    }

    /// @return whether all files are done
    private boolean run(Erasure erasure) {
        askAll(erasure);
        List<ErasedShard> waiting = erasures.shards(erasure.id()).stream()
                .filter(shard -> !shard.done())
                .toList();
        for (ErasedShard shard : waiting) {
            Optional<ErasedShard> again = eraseIn(erasure, shard.shard(), shard.waddle(), true);
            erasures.note(erasure.id(), List.of(again.orElseGet(() -> nothingLeft(shard))), null, 0);
        }
        return erasures.shards(erasure.id()).stream().allMatch(ErasedShard::done);
    }

    private static ErasedShard nothingLeft(ErasedShard shard) {
        return new ErasedShard(shard.shard(), shard.waddle(), true, "", 0, 0, 0, 0, 0, false);
    }

    /// All files, not only those of communities that the directory knows the account to belong to: its list may lag.
    private void askAll(Erasure erasure) {
        List<ShardRecord> page = directory.shards().page(erasure.nextShard(), PAGE);
        while (!page.isEmpty()) {
            List<ErasedShard> found = new ArrayList<>();
            for (ShardRecord shard : page) {
                eraseIn(erasure, shard.shard(), shard.waddle(), false).ifPresent(found::add);
            }
            String last = page.getLast().shard().value();
            erasures.note(erasure.id(), found, last, page.size());
            page = directory.shards().page(last, PAGE);
        }
    }

    /// @return empty for a file that knows nothing of the account, or is gone
    private Optional<ErasedShard> eraseIn(Erasure erasure, ShardId id, WaddleId waddle, boolean begun) {
        if (isBeingMade(waddle)) {
            return Optional.empty(); // nobody is in it, and looking for its file would put it out of service
        }
        try {
            return shards.useBriefly(waddle, shard -> eraseIn(erasure, id, shard, begun));
        } catch (NoSuchWaddleException gone) {
            return Optional.empty();
        } catch (StorageException | ObjectStoreException e) {
            LOG.atWarn().setCause(e).addKeyValue("waddle", waddle).log("An erasure has to wait in a community");
            return Optional.of(ErasedShard.waiting(id, waddle, "the file does not serve"));
        }
    }

    private Optional<ErasedShard> eraseIn(Erasure erasure, ShardId id, Shard shard, boolean begun) {
        UserId user = erasure.user();
        boolean known = shard.read(reader -> reader.erasedMembers().knows(user));
        if (!known && !begun) {
            return Optional.empty();
        }
        if (held(user.value()) || held(shard.waddle().value())) {
            return Optional.of(ErasedShard.waiting(id, shard.waddle(), HOLD));
        }
        if (!begun) {
            erasures.note(erasure.id(), List.of(ErasedShard.waiting(id, shard.waddle(), BEGUN)), null, 0);
        }
        leaveRooms(shard, user);
        EraseMember command = new EraseMember(
                user, ErasureMode.valueOf(erasure.mode().name()), AT_ONCE, isDeleted(shard.waddle()), pseudonym());
        EraseMember.Counts counts = EraseMember.Counts.NONE;
        while (true) {
            if (held(user.value()) || held(shard.waddle().value())) {
                return Optional.of(ErasedShard.waiting(id, shard.waddle(), HOLD));
            }
            EraseMember.Outcome outcome = shard.submit(command, SYSTEM).result();
            switch (outcome) {
                case EraseMember.Erased part -> {
                    counts = counts.plus(part.counts());
                    objects.removeUnnamed(shard, part.objectKeys());
                    if (part.finished()) {
                        return Optional.of(finished(id, shard, counts));
                    }
                }
                case EraseMember.Nothing _ -> {
                    return Optional.of(finished(id, shard, counts));
                }
                case EraseMember.OwnsWaddle _ -> {
                    return Optional.of(ErasedShard.waiting(id, shard.waddle(), "it owns the community"));
                }
            }
        }
    }

    /// A room of the account's goes to who stands next in it.
    private static void leaveRooms(Shard shard, UserId user) {
        LeaveEveryRoom command = new LeaveEveryRoom(user, AT_ONCE);
        int left = AT_ONCE;
        while (left == AT_ONCE) {
            left = shard.submit(command, SYSTEM).result().rooms();
        }
    }

    /// An id of nobody, whose time tells nothing.
    static UserId pseudonym() {
        Instant past = Instant.now().minusMillis(RANDOM.nextLong(YEAR_MILLIS));
        return new UserId(IdClock.firstAt(past) + RANDOM.nextInt(256));
    }

    private boolean isDeleted(WaddleId waddle) {
        return directory
                .catalogue()
                .find(waddle)
                .filter(found -> found.state() == WaddleState.DELETED)
                .isPresent();
    }

    private boolean isBeingMade(WaddleId waddle) {
        return directory
                .catalogue()
                .route(waddle)
                .filter(route -> route.state() == WaddleState.CREATING)
                .isPresent();
    }

    private boolean held(long subject) {
        return directory.legalHolds().find(subject).isPresent();
    }

    private ErasedShard finished(ShardId id, Shard shard, EraseMember.Counts counts) {
        mirror.compare(shard, Origin.system());
        ShardCare.Rewriting rewriting = new ShardCare(shard).rewritePages(REWRITE_LIMIT_BYTES);
        boolean done = rewriting != ShardCare.Rewriting.LOG_IN_USE;
        return new ErasedShard(
                id,
                shard.waddle(),
                done,
                done ? "" : "a read is under way",
                counts.messages(),
                counts.reactions(),
                counts.files(),
                counts.auditLines(),
                counts.recordedCommands(),
                rewriting == ShardCare.Rewriting.DONE);
    }

    private void finish(Erasure erasure, Erasures.Cleared cleared) {
        Erasure now = erasures.find(erasure.id()).orElseThrow();
        ErasureReceipt receipt =
                new ErasureReceipt(now, clock.instant(), now.shardsSeen(), erasures.shards(erasure.id()), cleared);
        erasures.finish(erasure.id(), receipt.json());
        ledger.settled(erasure.id());
        pausedUntil.remove(erasure.id());
    }
}
