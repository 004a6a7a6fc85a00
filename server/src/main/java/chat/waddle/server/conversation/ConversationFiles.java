package chat.waddle.server.conversation;

import chat.waddle.directory.conversation.ConversationShard;
import chat.waddle.directory.conversation.ConversationShards;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.participant.ConversationIds;
import chat.waddle.shard.ShardPlaces;
import chat.waddle.shard.ShardStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/// The files in which conversations stand: a fixed number of shards, each made when its first conversation begins.
///
/// A conversation's id says which file it stands in (ADR 0014). Of two people there is one file, so that the file alone
/// can see to it that they have one conversation. Thread-safe; blocks.
public final class ConversationFiles {
    private final ConversationShards directory;
    private final ShardStore shards;
    private final ShardPlaces files;
    private final int places;
    private final Map<Integer, WaddleId> made = new ConcurrentSkipListMap<>();
    private final ReentrantLock making = new ReentrantLock();

    /// @param places how many files there are to be, unless that is settled already
    public ConversationFiles(ConversationShards directory, ShardStore shards, ShardPlaces files, int places) {
        this.directory = directory;
        this.shards = shards;
        this.files = files;
        this.places = directory.places().orElse(places);
        for (ConversationShard shard : directory.all()) {
            if (shard.made()) {
                made.put(shard.place(), shard.id());
            }
        }
    }

    /// Every file there is, by place.
    public List<WaddleId> all() {
        return List.copyOf(made.values());
    }

    /// The file in which a conversation of this id would stand; empty where there is none yet.
    Optional<WaddleId> of(ChannelId conversation) {
        return Optional.ofNullable(made.get(ConversationIds.placeOf(conversation)));
    }

    /// The place of the conversation of two people, whoever of them asks. Must never change.
    int placeOfPair(UserId one, UserId other) {
        long low = Math.min(one.value(), other.value());
        long high = Math.max(one.value(), other.value());
        long mixed = (low * 0x9E3779B97F4A7C15L + high) * 0xD6E8FEB86659FD93L;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 32, places);
    }

    /// A place for a new group: any.
    int anyPlace() {
        return ThreadLocalRandom.current().nextInt(places);
    }

    /// The file of a place, made where there is none yet. Killed in between it goes on where it was.
    WaddleId make(int place) {
        WaddleId known = made.get(place);
        if (known != null) {
            return known;
        }
        making.lock();
        try {
            ConversationShard shard = directory.reserve(place, places);
            if (!shard.made()) {
                shards.createForConversations(
                        shard.id(), files.placeOf(shard.id()).orElseThrow());
                directory.activate(place);
            }
            made.put(place, shard.id());
            return shard.id();
        } finally {
            making.unlock();
        }
    }
}
