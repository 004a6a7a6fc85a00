package chat.waddle.server.conversation;

import chat.waddle.channel.Channel;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.ids.UserId;
import chat.waddle.participant.AddParticipant;
import chat.waddle.participant.LeaveRoom;
import chat.waddle.participant.Participant;
import chat.waddle.participant.ParticipantFlags;
import chat.waddle.participant.ParticipantRole;
import chat.waddle.participant.ParticipantStatus;
import chat.waddle.participant.RemoveParticipant;
import chat.waddle.participant.Room;
import chat.waddle.participant.UpdateParticipant;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who takes part in a conversation: list, see, let in, change, put out. `me` stands for oneself, who leaves.
final class ParticipantRoutes {
    private static final String ALL = "/conversations/{conversationId}/participants";
    private static final String ONE = ALL + "/{userId}";
    private static final String ME = "me";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Contacts contacts;

    ParticipantRoutes(Contacts contacts) {
        this.contacts = contacts;
    }

    List<Route> routes() {
        Access anybody = Access.PARTICIPANT;
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listConversationParticipants", anybody, RateLimit.READS, this::list),
                Route.get(ONE, "getConversationParticipant", anybody, RateLimit.READS, this::get),
                Route.put(ONE, "addConversationParticipant", anybody, RateLimit.WRITES, body, this::put),
                Route.patch(ONE, "updateConversationParticipant", anybody, RateLimit.WRITES, body, this::patch),
                Route.delete(ONE, "removeConversationParticipant", anybody, RateLimit.WRITES, this::remove));
    }

    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel room = visit.channel(exchange);
        int after = exchange.query("cursor")
                .map(text -> Math.toIntExact(Math.clamp(Cursor.decode(text, 1)[0], 0, Integer.MAX_VALUE)))
                .orElse(0);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        Page<Participant, Integer> page =
                visit.shard().read(reader -> reader.participants().page(room, after, limit));
        Integer next = page.next();
        exchange.json(
                200,
                new ItemList<>(
                        page.items().stream().map(ParticipantJson::of).toList(),
                        next == null ? null : Cursor.encode(next)));
    }

    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Room room = Objects.requireNonNull(visit.channel(exchange).room());
        UserId user = user(exchange);
        Participant found = room.participants().values().stream()
                .filter(each -> each.user().equals(user))
                .findFirst()
                .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_PARTICIPANT));
        exchange.json(200, ParticipantJson.of(found));
    }

    private void put(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId user = user(exchange);
        ConversationRequests.PutParticipant body = exchange.body(ConversationRequests.PutParticipant.class);
        ParticipantRole role = Objects.requireNonNullElse(role(body.role()), ParticipantRole.MEMBER);
        ParticipantFlags flags = new ParticipantFlags(
                Objects.requireNonNullElse(body.canSend(), ParticipantFlags.USUAL.canSend()),
                Objects.requireNonNullElse(body.canInvite(), ParticipantFlags.USUAL.canInvite()),
                Objects.requireNonNullElse(body.canSeeHistory(), ParticipantFlags.USUAL.canSeeHistory()));
        contacts.require(visit.user(), List.of(user));
        AddParticipant command =
                new AddParticipant(visit.user(), visit.channel(exchange).id(), user, role, flags);
        CommunityOutcome<Participant> outcome =
                visit.shard().submit(command, visit.request(exchange)).result();
        Participant participant = CommunityProblems.valueOf(outcome);
        exchange.json(outcome instanceof CommunityOutcome.Done ? 201 : 200, ParticipantJson.of(participant));
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ConversationRequests.PatchParticipant body = exchange.body(ConversationRequests.PatchParticipant.class);
        UpdateParticipant command = new UpdateParticipant(
                visit.user(),
                visit.channel(exchange).id(),
                user(exchange),
                role(body.role()),
                status(body.status()),
                body.canSend(),
                body.canInvite(),
                body.canSeeHistory());
        exchange.json(200, ParticipantJson.of(visit.carryOut(exchange, command)));
    }

    private void remove(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        UserId user = user(exchange);
        Channel room = visit.channel(exchange);
        Participant _ = visit.carryOut(
                exchange,
                user.equals(visit.user())
                        ? new LeaveRoom(user, room.id())
                        : new RemoveParticipant(visit.user(), room.id(), user));
        exchange.empty(204);
    }

    private static UserId user(Exchange exchange) {
        return exchange.path("userId").equals(ME) ? exchange.caller().userId() : new UserId(exchange.pathId("userId"));
    }

    private static @Nullable ParticipantRole role(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(ParticipantRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid(
                                "role", "unknown_role", "May be owner, admin, moderator, member, guest or observer.")
                        .asException());
    }

    private static @Nullable ParticipantStatus status(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "active" -> ParticipantStatus.ACTIVE;
            case "muted" -> ParticipantStatus.MUTED;
            default -> throw new Problem.Invalid("status", "unknown_status", "May be active or muted.").asException();
        };
    }
}
