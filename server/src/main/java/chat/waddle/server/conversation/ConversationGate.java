package chat.waddle.server.conversation;

import chat.waddle.channel.Channel;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.http.Access.Member;
import chat.waddle.server.http.Access.Participant;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Gatekeeper;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.waddle.Visit;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets participants into their conversations; everybody else learns nothing, not even that there is one. Members are
/// left to another gate. Thread-safe.
public final class ConversationGate implements Gatekeeper {
    private final Gatekeeper members;
    private final ConversationFiles files;
    private final ShardStore shards;
    private final InstantSource clock;

    /// @param members the gate of waddles
    public ConversationGate(Gatekeeper members, ConversationFiles files, ShardStore shards, InstantSource clock) {
        this.members = members;
        this.files = files;
        this.shards = shards;
        this.clock = clock;
    }

    @Override
    public Object identityOf(String waddle) {
        return members.identityOf(waddle);
    }

    @Override
    public void admit(Exchange exchange, Member need) {
        members.admit(exchange, need);
    }

    @Override
    public void admit(Exchange exchange, Participant need) {
        ChannelId conversation = new ChannelId(exchange.pathId("conversationId"));
        UserId user = exchange.caller().userId();
        Visit visit = files.of(conversation)
                .flatMap(file -> visit(file, conversation, user))
                .orElseThrow(ConversationGate::noSuchConversation);
        if (!need.permission().isEmpty() && visit.conversation() != null) {
            visit.require(visit.conversation(), Permission.valueOf(need.permission()));
        }
        exchange.attach(Visit.class, visit);
    }

    private Optional<Visit> visit(WaddleId file, ChannelId id, UserId user) {
        return shards.use(
                file,
                shard -> shard.access(user).flatMap(access -> {
                    Channel conversation = shard.channels().byId(id);
                    long now = clock.millis();
                    return conversation == null || !conversation.visibleTo(access, now)
                            ? Optional.empty()
                            : Optional.of(Visit.toConversations(file, shard, access, now, conversation));
                }));
    }

    /// Visits every file in which the account takes part in a conversation, or did: for what goes through all of them,
    /// such as lists. What of a file may be seen is asked of its channels. A file out of service is left out.
    ///
    /// @return why files were left out, or null where none was
    @Nullable
    StorageException everywhere(UserId user, Consumer<Visit> step) {
        StorageException missing = null;
        for (WaddleId file : files.all()) {
            try {
                boolean _ = shards.use(file, shard -> visited(file, shard, user, step));
            } catch (StorageException failure) {
                if (!isOutOfService(failure)) {
                    throw failure;
                }
                missing = failure;
            }
        }
        return missing;
    }

    private boolean visited(WaddleId file, Shard shard, UserId user, Consumer<Visit> step) {
        Optional<Visit> visit =
                shard.access(user).map(access -> Visit.toConversations(file, shard, access, clock.millis(), null));
        visit.ifPresent(step);
        return visit.isPresent();
    }

    private static boolean isOutOfService(StorageException failure) {
        return switch (failure.kind()) {
            case DAMAGED, MISSING, NEWER -> true;
            case LIMIT_REACHED, DISK_FULL, OVERLOADED, DEADLINE, CLOSED, IO, DEFECT -> false;
        };
    }

    static ProblemException noSuchConversation() {
        return new Problem.NotFound("no_such_conversation", "There is no such conversation.").asException();
    }
}
