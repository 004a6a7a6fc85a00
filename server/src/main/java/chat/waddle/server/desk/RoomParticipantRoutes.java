package chat.waddle.server.desk;

import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.ids.UserId;
import chat.waddle.participant.AddParticipant;
import chat.waddle.participant.LeaveRoom;
import chat.waddle.participant.Participant;
import chat.waddle.participant.ParticipantFlags;
import chat.waddle.participant.ParticipantRole;
import chat.waddle.participant.ParticipantStatus;
import chat.waddle.participant.Participants;
import chat.waddle.participant.RemoveParticipant;
import chat.waddle.participant.UpdateParticipant;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Ids;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who takes part in rooms of the support desk: list, let in, change, put out; leave.
public final class RoomParticipantRoutes {
    private static final String ALL = "/waddles/{waddleId}/rooms/{roomId}/participants";
    private static final String ONE = ALL + "/{userId}";
    private static final String ME = "me";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Predicate<UserId> isGuest;

    /// @param isGuest whether an account came in by a name alone: it takes part as a guest
    public RoomParticipantRoutes(Predicate<UserId> isGuest) {
        this.isGuest = isGuest;
    }

    public List<Route> routes() {
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listRoomParticipants", Access.MEMBER, RateLimit.READS, this::list),
                Route.post(ALL, "addRoomParticipant", Access.MEMBER, RateLimit.WRITES, body, this::add),
                Route.patch(ONE, "updateRoomParticipant", Access.MEMBER, RateLimit.WRITES, body, this::patch),
                Route.delete(ONE, "removeRoomParticipant", Access.MEMBER, RateLimit.WRITES, this::remove));
    }

    private void list(Exchange exchange) throws IOException {
        KnownRoom known = KnownRoom.of(exchange);
        int after = exchange.query("cursor")
                .map(text -> Math.clamp(Cursor.decode(text, 1)[0], 0, Integer.MAX_VALUE))
                .orElse(0);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        Page<Participant, Integer> page =
                known.visit().shard().read(reader -> participants(reader.participants(), known, after, limit));
        List<RoomParticipantJson> items =
                page.items().stream().map(RoomParticipantJson::of).toList();
        Integer next = page.next();
        exchange.json(200, new ItemList<>(items, next == null ? null : Cursor.encode(next)));
    }

    private static Page<Participant, Integer> participants(
            Participants participants, KnownRoom known, int after, int limit) {
        return participants.page(known.channel(), after, limit);
    }

    private void add(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        RoomRequests.NewParticipant body = exchange.body(RoomRequests.NewParticipant.class);
        AddParticipant command = new AddParticipant(
                visit.user(),
                KnownRoom.id(exchange),
                body.userId(),
                role(body),
                new ParticipantFlags(
                        !Boolean.FALSE.equals(body.canSendMessages()),
                        Boolean.TRUE.equals(body.canInviteOthers()),
                        !Boolean.FALSE.equals(body.canSeeHistory())));
        exchange.json(201, RoomParticipantJson.of(visit.carryOut(exchange, command)));
    }

    private ParticipantRole role(RoomRequests.NewParticipant body) {
        boolean guest = isGuest.test(body.userId());
        ParticipantRole usual = guest ? ParticipantRole.GUEST : ParticipantRole.MEMBER;
        ParticipantRole role = body.role() == null ? usual : known(body.role());
        if (role == ParticipantRole.OWNER || (guest && role != ParticipantRole.GUEST)) {
            throw new Problem.Invalid(
                            "role", "not_allowed", "Guests take part as guests, and nobody comes in as owner.")
                    .asException();
        }
        return role;
    }

    private static ParticipantRole known(String code) {
        return Arrays.stream(ParticipantRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("role", "unknown_role", "There is no such role.").asException());
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId user = user(exchange);
        RoomRequests.PatchParticipant body = exchange.body(RoomRequests.PatchParticipant.class);
        ParticipantRole role = body.role() == null ? null : known(body.role());
        if (role != null && role != ParticipantRole.GUEST && isGuest.test(user)) {
            throw new Problem.Invalid("role", "not_allowed", "Guests take part as guests.").asException();
        }
        UpdateParticipant command = new UpdateParticipant(
                visit.user(),
                KnownRoom.id(exchange),
                user,
                role,
                status(body.status()),
                body.canSendMessages(),
                body.canInviteOthers(),
                body.canSeeHistory());
        exchange.json(200, RoomParticipantJson.of(visit.carryOut(exchange, command)));
    }

    private static @Nullable ParticipantStatus status(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "active" -> ParticipantStatus.ACTIVE;
            case "muted" -> ParticipantStatus.MUTED;
            default ->
                throw new Problem.Invalid("status", "unknown_status", "It can be set to active or muted.")
                        .asException();
        };
    }

    /// Oneself leaves; others are put out.
    private void remove(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        UserId user = user(exchange);
        var _ = user.equals(visit.user())
                ? visit.carryOut(exchange, new LeaveRoom(user, KnownRoom.id(exchange)))
                : visit.carryOut(exchange, new RemoveParticipant(visit.user(), KnownRoom.id(exchange), user));
        exchange.empty(204);
    }

    private static UserId user(Exchange exchange) {
        String text = exchange.path("userId");
        if (text.equals(ME)) {
            return exchange.caller().userId();
        }
        try {
            return new UserId(Ids.parse(text));
        } catch (NumberFormatException _) {
            throw CommunityProblems.of(CommunityRefusal.NO_SUCH_PARTICIPANT);
        }
    }
}
