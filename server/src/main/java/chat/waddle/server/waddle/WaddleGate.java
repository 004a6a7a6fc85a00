package chat.waddle.server.waddle;

import chat.waddle.community.Permission;
import chat.waddle.directory.conversation.ConversationShard;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.directory.waddle.Route;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.http.Access.Member;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Gatekeeper;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Lets members into their waddles: finds the waddle by id or name, opens its shard, looks up what the caller may do.
///
/// Who is no member learns nothing: an unknown waddle and somebody else's are the same 404. Thread-safe.
public final class WaddleGate implements Gatekeeper {
    /// All that does not exist is one and the same, or a caller could make an allowance of every name.
    private static final String UNKNOWN = "unknown";

    private final WaddleCatalogue catalogue;
    private final ShardStore shards;
    private final Memberships memberships;
    private final MembershipMirror mirror;
    private final Predicate<UserId> isGuest;
    private final InstantSource clock;

    /// @param isGuest asked where an account comes without its token
    public WaddleGate(
            WaddleCatalogue catalogue,
            Memberships memberships,
            ShardStore shards,
            MembershipMirror mirror,
            Predicate<UserId> isGuest,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.memberships = memberships;
        this.shards = shards;
        this.mirror = mirror;
        this.isGuest = isGuest;
        this.clock = clock;
    }

    @Override
    public Object identityOf(String waddle) {
        return catalogue.route(waddle).<Object>map(Route::waddle).orElse(UNKNOWN);
    }

    @Override
    public void admit(Exchange exchange, Member need) {
        Visit visit = visit(exchange);
        if (!need.permission().isEmpty() && !need.inChannel()) {
            visit.require(Permission.valueOf(need.permission()));
        }
        exchange.attach(Visit.class, visit);
    }

    /// A visit by whoever asks, who must be a member.
    Visit visit(Exchange exchange) {
        Route route = route(exchange.path("waddleId"));
        return enter(
                        route.waddle(),
                        exchange.caller().userId(),
                        exchange.caller().guest())
                .orElseThrow(CommunityProblems::noSuchWaddle);
    }

    /// A visit by an account to a waddle that its request does not name in the path; empty where there is no such
    /// waddle for it.
    ///
    /// @throws StorageException where its shard cannot be read now, for members only
    public Optional<Visit> visit(WaddleId waddle, UserId user) {
        boolean serves = !ConversationShard.isOne(waddle)
                && catalogue
                        .route(waddle)
                        .filter(found -> found.state() == WaddleState.ACTIVE)
                        .isPresent();
        return serves ? enter(waddle, user, isGuest.test(user)) : Optional.empty();
    }

    private Optional<Visit> enter(WaddleId waddle, UserId user, boolean guest) {
        try {
            return shards.use(waddle, shard -> {
                mirror.entered(shard);
                return shard.access(user).map(access -> new Visit(waddle, shard, access, guest, clock.millis()));
            });
        } catch (StorageException failure) {
            // Only who belongs to it may learn that it exists; here the directory's own list has to do.
            if (memberships.find(waddle, user).isEmpty()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// The waddle of this id or name that serves.
    ///
    /// @throws chat.waddle.server.http.ProblemException NotFound when there is none
    public Route route(String idOrName) {
        Optional<Route> route = catalogue.route(idOrName);
        return route.filter(found -> found.state() == WaddleState.ACTIVE).orElseThrow(CommunityProblems::noSuchWaddle);
    }

    /// The open shard of a waddle that serves.
    Shard shard(WaddleId waddle) {
        Shard shard = shards.shard(waddle);
        mirror.entered(shard);
        return shard;
    }
}
