package chat.waddle.server.conversation;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.directory.field.FieldChecks;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.participant.OpenConversation;
import chat.waddle.participant.UpdateConversation;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.command.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Conversations: list one's own, open, see, change.
final class ConversationRoutes {
    private static final String ALL = "/conversations";
    private static final String ONE = ALL + "/{conversationId}";
    private static final int USUAL_PAGE = 20;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final ConversationFiles files;
    private final ConversationList list;
    private final Contacts contacts;
    private final ShardStore shards;
    private final InstantSource clock;

    ConversationRoutes(
            ConversationFiles files, ConversationList list, Contacts contacts, ShardStore shards, InstantSource clock) {
        this.files = files;
        this.list = list;
        this.contacts = contacts;
        this.shards = shards;
        this.clock = clock;
    }

    List<Route> routes() {
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listConversations", Access.SIGNED_IN, RateLimit.READS, this::list),
                Route.post(ALL, "openConversation", Access.SIGNED_IN, RateLimit.WRITES, body, this::open),
                Route.get(ONE, "getConversation", Access.PARTICIPANT, RateLimit.READS, this::get),
                Route.patch(ONE, "updateConversation", Access.PARTICIPANT, RateLimit.WRITES, body, this::patch));
    }

    private void list(Exchange exchange) throws IOException {
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        String cursor = exchange.query("cursor").orElse(null);
        exchange.json(200, list.page(exchange.caller().userId(), cursor, limit));
    }

    private void open(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        ConversationRequests.NewConversation body = exchange.body(ConversationRequests.NewConversation.class);
        ChannelType type = type(body.type());
        new chat.waddle.server.http.FieldChecks()
                .items("participantIds", body.participantIds(), Limits.CONVERSATION_PARTICIPANTS)
                .orThrow();
        List<UserId> others = new ArrayList<>(body.participantIds().stream()
                .filter(other -> !other.equals(user))
                .distinct()
                .toList());
        boolean pair = type == ChannelType.DIRECT && others.size() == 1;
        OpenConversation command = new OpenConversation(
                user, type, body.title(), others, pair ? files.placeOfPair(user, others.getFirst()) : files.anyPlace());
        contacts.require(user, others);
        WaddleId file = files.make(command.place());
        Request request = new Request(user.value(), exchange.requestNumber());
        CommunityOutcome<Channel>
                outcome = // by itself: what is repeated for a file put away meanwhile opens nothing twice
                shards.use(file, shard -> shard.submit(command, request).result());
        shards.use(file, shard -> answer(exchange, shard, file, command, outcome));
    }

    private boolean answer(
            Exchange exchange,
            Shard shard,
            WaddleId file,
            OpenConversation command,
            CommunityOutcome<Channel> outcome) {
        Channel channel = CommunityProblems.valueOf(outcome);
        Visit visit = Visit.toConversations(
                file, shard, shard.access(command.actor()).orElseThrow(), clock.millis(), channel);
        try {
            exchange.json(outcome instanceof CommunityOutcome.Done ? 201 : 200, ConversationList.of(visit, channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private static ChannelType type(String code) {
        return switch (code) {
            case "direct" -> ChannelType.DIRECT;
            case "group" -> ChannelType.GROUP;
            default -> throw new Problem.Invalid("type", "unknown_type", "May be direct or group.").asException();
        };
    }

    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        exchange.json(200, ConversationList.of(visit, visit.channel(exchange)));
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ConversationRequests.PatchConversation body = exchange.body(ConversationRequests.PatchConversation.class);
        UpdateConversation command = new UpdateConversation(
                visit.user(), visit.channel(exchange).id(), body.title(), picture(body.avatarUrl()));
        Channel changed = visit.carryOut(exchange, command);
        exchange.json(200, ConversationList.of(visit, changed));
    }

    /// @return null to leave it, empty to take it away
    private static @Nullable String picture(Change<String> change) {
        if (!(change instanceof Change.To<String>(var url))) {
            return null;
        }
        String wanted = Objects.requireNonNullElse(url, "");
        if (wanted.isEmpty()) {
            return wanted;
        }
        FieldChecks checks = new FieldChecks();
        String checked = checks.pictureUrl("avatarUrl", wanted);
        if (!checks.passed()) {
            throw DirectoryProblems.invalid(checks.problems());
        }
        return checked;
    }
}
