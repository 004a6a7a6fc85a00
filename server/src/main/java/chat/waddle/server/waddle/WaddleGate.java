package chat.waddle.server.waddle;

import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.directory.waddle.Route;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.http.Access.Member;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Gatekeeper;
import chat.waddle.server.http.Problem;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardStore;
import java.time.InstantSource;
import java.util.Optional;

/// Lets members into their waddles: finds the waddle by id or name, opens its shard, looks up what the caller may do.
///
/// Who is no member learns nothing: an unknown waddle and somebody else's are the same 404. Thread-safe.
public final class WaddleGate implements Gatekeeper {
    private final WaddleCatalogue catalogue;
    private final ShardStore shards;
    private final MembershipMirror mirror;
    private final InstantSource clock;

    public WaddleGate(WaddleCatalogue catalogue, ShardStore shards, MembershipMirror mirror, InstantSource clock) {
        this.catalogue = catalogue;
        this.shards = shards;
        this.mirror = mirror;
        this.clock = clock;
    }

    @Override
    public Object identityOf(String waddle) {
        return catalogue.route(waddle).<Object>map(Route::waddle).orElse(waddle);
    }

    @Override
    public void admit(Exchange exchange, Member need) {
        Visit visit = visit(exchange);
        if (!need.permission().isEmpty()) {
            check(visit, Permission.valueOf(need.permission()));
        }
        exchange.attach(Visit.class, visit);
    }

    private static void check(Visit visit, Permission permission) {
        if (visit.may(permission)) {
            return;
        }
        if (visit.access().inTimeout(visit.nowMillis())) {
            throw CommunityProblems.inTimeout().asException();
        }
        throw new Problem.Forbidden("missing_permission", "You need the permission " + permission.key() + " for this.")
                .asException();
    }

    /// A visit by whoever asks, who must be a member.
    Visit visit(Exchange exchange) {
        Route route = route(exchange.path("waddleId"));
        return shards.use(route.waddle(), shard -> {
            mirror.entered(shard);
            Access access = shard.access(exchange.caller().userId()).orElseThrow(CommunityProblems::noSuchWaddle);
            return new Visit(route.waddle(), shard, access, clock.millis());
        });
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
