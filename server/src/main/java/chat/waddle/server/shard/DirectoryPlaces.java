package chat.waddle.server.shard;

import chat.waddle.directory.shard.ShardPath;
import chat.waddle.directory.shard.ShardStanding;
import chat.waddle.directory.shard.Shards;
import chat.waddle.directory.waddle.Route;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.ids.WaddleId;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.sqlite.DataDirectory;
import chat.waddle.sqlite.StorageException;
import java.util.Optional;

/// Tells where shards live, as the directory knows it; one that is out of service is not opened. Thread-safe.
public final class DirectoryPlaces implements ShardPlaces {
    private final WaddleCatalogue catalogue;
    private final Shards shards;
    private final DataDirectory data;

    public DirectoryPlaces(WaddleCatalogue catalogue, Shards shards, DataDirectory data) {
        this.catalogue = catalogue;
        this.shards = shards;
        this.data = data;
    }

    @Override
    public Optional<Place> placeOf(WaddleId waddle) {
        return catalogue.route(waddle).map(this::place);
    }

    private Place place(Route route) {
        Optional<ShardStanding> standing = shards.standing(route.shard());
        if (standing.isPresent() && standing.get().quarantined()) {
            throw new StorageException(
                    StorageException.Kind.DAMAGED,
                    "out of service: " + standing.get().reason());
        }
        long reached = standing.map(ShardStanding::lastSeq).orElse(0L);
        return new Place(route.shard().value(), data.resolve(ShardPath.of(route.shard())), reached);
    }
}
