package chat.waddle.server.waddle;

import chat.waddle.directory.Directory;
import chat.waddle.server.account.Departure;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Route;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.shard.ShardStore;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// What belongs to waddles as a whole, put together over one directory and its shards.
///
/// @param gate lets members into their waddles
/// @param mirror tells the directory who belongs where
/// @param founding makes new waddles
public record WaddleFeature(WaddleGate gate, MembershipMirror mirror, WaddleFounding founding) {
    /// @param places where the directory says that shards live
    public static WaddleFeature of(Directory directory, ShardStore shards, ShardPlaces places, InstantSource clock) {
        MembershipMirror mirror =
                new MembershipMirror(directory.memberships(), directory.catalogue(), directory.waddles(), shards);
        WaddleFounding founding =
                new WaddleFounding(directory.waddles(), directory.catalogue(), shards, places, mirror);
        WaddleGate gate = new WaddleGate(
                directory.catalogue(),
                directory.memberships(),
                shards,
                mirror,
                user -> directory.profiles().isGuest(user),
                clock);
        return new WaddleFeature(gate, mirror, founding);
    }

    /// What is to be done when an account has been deleted.
    public Departure departure(Directory directory, ShardStore shards) {
        return new LeaveAll(directory.memberships(), shards, mirror);
    }

    /// The endpoints of waddles, invites and joining.
    public List<Route> routes(Directory directory, ShardStore shards, RequestOrigins origins) {
        Ownership ownership = new Ownership(directory.waddles(), directory.profiles(), mirror);
        Joining joining = new Joining(gate, directory.invites(), mirror);
        return Stream.of(
                        new WaddleRoutes(
                                        founding,
                                        ownership,
                                        gate,
                                        directory.catalogue(),
                                        directory.waddles(),
                                        shards,
                                        origins)
                                .routes(),
                        new OwnWaddleRoutes(directory.memberships(), directory.catalogue()).routes(),
                        new InviteRoutes(directory.invites(), origins).routes(),
                        new JoiningRoutes(joining, directory.catalogue(), origins).routes())
                .flatMap(List::stream)
                .toList();
    }
}
