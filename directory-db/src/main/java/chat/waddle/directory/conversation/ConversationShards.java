package chat.waddle.directory.conversation;

import chat.waddle.directory.secret.Secrets;
import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The files of conversations, and who may begin a conversation with whom. Thread-safe.
///
/// A file is reserved, then made, then activated, like that of a community. How many there are is settled by the first
/// reservation: which one a pair of people belongs to must never change.
public final class ConversationShards {
    /// The most people asked about at once.
    public static final int PEOPLE_LIMIT = 200;

    private final DirectoryStore store;
    private final Secrets secrets;

    public ConversationShards(DirectoryStore store, Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(110, "reserve_conversation_shard", ReserveConversationShard.class);
        types.add(111, "activate_conversation_shard", ActivateConversationShard.class);
    }

    /// How many files there are to be, if that is settled.
    public OptionalInt places() {
        return store.read(session -> session.sql(ConversationSql.class).places())
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /// Those that are reserved or made, by place.
    public List<ConversationShard> all() {
        return store.read(session -> session.sql(ConversationSql.class).all());
    }

    /// Takes a shard id for a place, or tells the one that was taken before.
    ///
    /// @param places how many files there are to be, unless that is settled already
    public ConversationShard reserve(int place, int places) {
        ShardId shard = new ShardId(secrets.shardId());
        return store.commit(new ReserveConversationShard(place, places, shard), Origin.system());
    }

    /// Opens a reserved place whose file stands ready.
    public void activate(int place) {
        boolean _ = store.commit(new ActivateConversationShard(place), Origin.system());
    }

    /// Which of these accounts are not deleted or suspended.
    public Set<UserId> living(Collection<UserId> people) {
        List<Long> ids = ids(people);
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        store.read(session -> session.sql(ConversationSql.class).living(ids)));
    }

    /// Which of these accounts live and belong to a community that this one belongs to.
    public Set<UserId> sharingAWaddle(UserId user, Collection<UserId> people) {
        List<Long> ids = ids(people);
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        store.read(session -> session.sql(ConversationSql.class).sharingAWaddle(user, ids)));
    }

    private static List<Long> ids(Collection<UserId> people) {
        if (people.size() > PEOPLE_LIMIT) {
            throw new IllegalArgumentException("at most " + PEOPLE_LIMIT + " people at once, got " + people.size());
        }
        return people.stream().map(UserId::value).distinct().toList();
    }
}
