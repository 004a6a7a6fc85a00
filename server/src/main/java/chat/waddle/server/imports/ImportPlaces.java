package chat.waddle.server.imports;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.directory.Directory;
import chat.waddle.directory.account.Account;
import chat.waddle.directory.account.ImportedUsers;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.waddle.WaddleFounding;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.command.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the waddle and the channel of an import, and makes them where they are missing. Thread-safe.
public final class ImportPlaces {
    private static final ImportedUsers.Author STAND_IN = new ImportedUsers.Author("owner", "Imported history");

    private final Directory directory;
    private final ShardStore shards;
    private final WaddleFounding founding;

    public ImportPlaces(Directory directory, ShardStore shards, WaddleFounding founding) {
        this.directory = directory;
        this.shards = shards;
        this.founding = founding;
    }

    public Placement find(WantedPlace wanted) {
        Optional<Waddle> known = directory.catalogue().find(wanted.waddle());
        if (known.isPresent()) {
            return channelOf(known.get(), wanted.channel());
        }
        Optional<UserId> owner = owner(wanted);
        if (owner.isEmpty()) {
            return new Placement.Refused(
                    wanted.owner().isPresent()
                            ? "There is no account '" + wanted.owner().get() + "' to own the new waddle"
                            : "A private waddle needs an owner who can invite: give one with --owner USERNAME");
        }
        return made(wanted, owner.get());
    }

    /// A stand-in can invite nobody, so it owns public waddles only.
    private Optional<UserId> owner(WantedPlace wanted) {
        if (wanted.owner().isPresent()) {
            return directory.profiles().idOf(wanted.owner().get());
        }
        List<Account> operators = directory.operators().list();
        if (!operators.isEmpty()) {
            return Optional.of(operators.getFirst().id());
        }
        return wanted.isPublic() ? Optional.ofNullable(standIn(wanted)) : Optional.empty();
    }

    private @Nullable UserId standIn(WantedPlace wanted) {
        String source = "waddle:" + wanted.waddle();
        return directory
                .importedUsers()
                .accountsOf(source, List.of(STAND_IN), Origin.system())
                .get(STAND_IN.key());
    }

    private Placement made(WantedPlace wanted, UserId owner) {
        Origin origin = Origin.system().by(owner);
        try {
            Waddle waddle = founding.found(wanted.waddle(), wanted.displayName(), "", wanted.isPublic(), owner, origin);
            return channelOf(waddle, wanted.channel());
        } catch (ProblemException refusal) {
            return new Placement.Refused("The waddle '" + wanted.waddle() + "' cannot be made. "
                    + refusal.problem().detail());
        }
    }

    private Placement channelOf(Waddle waddle, String name) {
        if (waddle.state() != WaddleState.ACTIVE) {
            return new Placement.Refused("The waddle '" + waddle.name() + "' is not in service");
        }
        Channel known = shards.shard(waddle.id()).channels().byName(name);
        if (known != null) {
            return ready(waddle, known);
        }
        CreateChannel command = CreateChannel.named(waddle.owner(), name, ChannelType.TEXT);
        Request request = new Request(waddle.owner().value(), 0);
        return switch (shards.shard(waddle.id()).submit(command, request).result()) {
            case CommunityOutcome.Done<Channel>(Channel made) -> ready(waddle, made);
            case CommunityOutcome.Unchanged<Channel>(Channel found) -> ready(waddle, found);
            case CommunityOutcome.Refused<Channel>(var why) ->
                new Placement.Refused("The channel '" + name + "' cannot be made: " + why);
            case CommunityOutcome.Invalid<Channel>(var field) ->
                new Placement.Refused("'" + name + "' cannot be the name of a channel. " + field.message());
        };
    }

    private static Placement ready(Waddle waddle, Channel channel) {
        return new Placement.Ready(new ImportPlace(waddle.id(), waddle.name(), channel.id(), channel.name()));
    }
}
