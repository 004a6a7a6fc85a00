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
import chat.waddle.shard.ShardStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// A visit to every file in which the account takes part in a conversation, or did: for what goes through all of
    /// them, such as lists and searches. What of a file may be seen is asked of its channels.
    public List<Visit> everywhere(UserId user) {
        List<Visit> visits = new ArrayList<>();
        for (WaddleId file : files.all()) {
            shards.use(
                            file,
                            shard -> shard.access(user)
                                    .map(access -> Visit.toConversations(file, shard, access, clock.millis(), null)))
                    .ifPresent(visits::add);
        }
        return visits;
    }

    static ProblemException noSuchConversation() {
        return new Problem.NotFound("no_such_conversation", "There is no such conversation.").asException();
    }
}
