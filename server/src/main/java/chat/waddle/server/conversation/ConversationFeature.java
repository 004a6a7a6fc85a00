package chat.waddle.server.conversation;

import chat.waddle.directory.Directory;
import chat.waddle.server.account.Departure;
import chat.waddle.server.http.Gatekeeper;
import chat.waddle.server.http.Route;
import chat.waddle.server.message.BulkDeleteRoutes;
import chat.waddle.server.message.MessageRoutes;
import chat.waddle.server.message.PinRoutes;
import chat.waddle.server.message.ReactionRoutes;
import chat.waddle.server.waddle.ChannelPaths;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.shard.ShardStore;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Conversations, put together over one directory and its shards.
///
/// @param gate lets participants in, and members as the gate before it does
public record ConversationFeature(
        ConversationGate gate, ConversationFiles files, Directory directory, ShardStore shards, InstantSource clock) {

    /// @param members the gate of waddles
    /// @param places where the directory says that shards live
    /// @param count how many files there are to be, unless that is settled already
    public static ConversationFeature of(
            Directory directory,
            ShardStore shards,
            ShardPlaces places,
            int count,
            Gatekeeper members,
            InstantSource clock) {
        ConversationFiles files = new ConversationFiles(directory.conversations(), shards, places, count);
        ConversationGate gate = new ConversationGate(members, files, shards, clock);
        return new ConversationFeature(gate, files, directory, shards, clock);
    }

    /// What is to be done when an account has been deleted.
    ///
    /// @param first what else is to be done, before
    public Departure departure(Departure first) {
        return new LeaveConversations(first, files, shards);
    }

    /// The endpoints of conversations; those of messages are those of channels.
    public List<Route> routes() {
        Contacts contacts = new Contacts(directory.conversations(), gate);
        ChannelPaths paths = ChannelPaths.CONVERSATIONS;
        return Stream.of(
                        new ConversationRoutes(files, new ConversationList(gate), contacts, shards, clock).routes(),
                        new ParticipantRoutes(contacts).routes(),
                        new MessageRoutes(paths, directory.legalHolds()).routes(),
                        new ReactionRoutes(paths).routes(),
                        new PinRoutes(paths).routes(),
                        new BulkDeleteRoutes(paths).routes())
                .flatMap(List::stream)
                .toList();
    }
}
