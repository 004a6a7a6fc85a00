package chat.waddle.server.waddle;

import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.ReserveOutcome;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.directory.waddle.WaddleRegistry;
import chat.waddle.ids.UserId;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.http.Problem;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.shard.ShardStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes new waddles: reserves the name in the directory, makes the file, opens the waddle.
///
/// Nobody sees a waddle before its file stands. A crash in between leaves a reservation, which
/// [#finishInterrupted] completes or takes back. Thread-safe; blocks.
public final class WaddleFounding {
    private static final Logger LOG = LoggerFactory.getLogger(WaddleFounding.class);
    private static final int AT_ONCE = 1000;

    private final WaddleRegistry registry;
    private final WaddleCatalogue catalogue;
    private final ShardStore shards;
    private final ShardPlaces places;
    private final MembershipMirror mirror;

    public WaddleFounding(
            WaddleRegistry registry,
            WaddleCatalogue catalogue,
            ShardStore shards,
            ShardPlaces places,
            MembershipMirror mirror) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.shards = shards;
        this.places = places;
        this.mirror = mirror;
    }

    /// A new waddle whose owner and first member is the one who asks.
    ///
    /// @throws chat.waddle.server.http.ProblemException Conflict where the name is taken or the owner has too many
    public Waddle found(
            String name, String displayName, String description, boolean isPublic, UserId owner, Origin origin) {
        Waddle reserved = switch (registry.reserve(name, displayName, description, isPublic, owner, origin)) {
            case ReserveOutcome.Reserved done -> done.waddle();
            case ReserveOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case ReserveOutcome.NameTaken _ -> throw WaddleProblems.nameTaken();
            case ReserveOutcome.TooMany many ->
                throw new Problem.Conflict(
                                "too_many_waddles", "One account may own at most " + many.limit() + " waddles.")
                        .asException();
            case ReserveOutcome.NoSuchOwner _ ->
                throw new Problem.Forbidden("not_allowed", "This account may not own a waddle.").asException();
        };
        try {
            return finish(reserved, origin);
        } catch (RuntimeException failure) {
            takeBack(reserved, origin, failure);
            throw failure;
        }
    }

    private Waddle finish(Waddle reserved, Origin origin) {
        shards.create(reserved.id(), place(reserved), reserved.owner());
        mirror.compare(shards.shard(reserved.id()), origin);
        return WaddleProblems.changed(registry.activate(reserved.id(), origin));
    }

    private ShardPlaces.Place place(Waddle waddle) {
        return places.placeOf(waddle.id())
                .orElseThrow(() -> new IllegalStateException("a reserved waddle has no place: " + waddle.id()));
    }

    /// The reservation goes first, and only as such: a waddle that was opened after all keeps its file.
    private void takeBack(Waddle reserved, Origin origin, RuntimeException failure) {
        try {
            Path file = place(reserved).path();
            if (registry.abandon(reserved.id(), origin)) {
                shards.putAway(reserved.id());
                delete(file);
            }
        } catch (RuntimeException | IOException problem) {
            failure.addSuppressed(problem);
        }
    }

    private static void delete(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    /// Completes waddles whose founding broke off after their file was made, and forgets those without one.
    ///
    /// @param reservedBefore younger reservations may be in work
    /// @return how many were completed
    public int finishInterrupted(Instant reservedBefore) {
        int finished = 0;
        for (Waddle reserved : catalogue.unfinished(reservedBefore, AT_ONCE)) {
            try {
                finished += finishInterrupted(reserved) ? 1 : 0;
            } catch (RuntimeException problem) {
                LOG.atError()
                        .setCause(problem)
                        .addKeyValue("waddle", reserved.id())
                        .log("A waddle whose founding broke off can be neither completed nor forgotten");
            }
        }
        return finished;
    }

    private boolean finishInterrupted(Waddle reserved) {
        Origin origin = Origin.system();
        if (!Files.exists(place(reserved).path())) {
            registry.abandon(reserved.id(), origin);
            return false;
        }
        finish(reserved, origin);
        return true;
    }
}
