package chat.waddle.server.desk;

import chat.waddle.community.AuditAction;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.community.Permission;
import chat.waddle.desk.JoinRoom;
import chat.waddle.desk.OpenRoom;
import chat.waddle.desk.RecordMonitoring;
import chat.waddle.desk.RoomStatus;
import chat.waddle.desk.SupportRoom;
import chat.waddle.desk.UpdateRoom;
import chat.waddle.message.ByteSink;
import chat.waddle.message.EncodedPage;
import chat.waddle.message.History;
import chat.waddle.participant.Rooms;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Json;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// Rooms of the support desk: open, list, see, change and join them, and all that was said in one.
public final class RoomRoutes {
    private static final String ALL = "/waddles/{waddleId}/rooms";
    private static final String ONE = ALL + "/{roomId}";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    public List<Route> routes() {
        Access opener = Access.member("CREATE_ROOMS");
        Access agent = Access.member("MANAGE_ROOMS");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.post(ALL, "openRoom", opener, RateLimit.WRITES, body, this::open),
                Route.get(ALL, "listRooms", Access.MEMBER, RateLimit.READS, this::list),
                Route.get(ONE, "getRoom", Access.MEMBER, RateLimit.READS, this::get),
                Route.patch(ONE, "updateRoom", Access.MEMBER, RateLimit.WRITES, body, this::patch),
                Route.post(ONE + "/join", "joinRoom", agent, RateLimit.WRITES, Limits.NO_BODY, this::join),
                Route.get(ONE + "/transcript", "getTranscript", Access.MEMBER, RateLimit.READS, this::transcript));
    }

    private void open(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        RoomRequests.NewRoom body = exchange.body(RoomRequests.NewRoom.class);
        if (!body.type().equals("support")) {
            throw new Problem.Invalid("type", "unknown_type", "Rooms are opened with the type support.").asException();
        }
        boolean guestAccess = !Boolean.FALSE.equals(body.guestAccessAllowed());
        if (visit.guest() && !guestAccess) {
            throw CommunityProblems.of(CommunityRefusal.GUESTS_NOT_ADMITTED);
        }
        OpenRoom command = new OpenRoom(
                visit.user(),
                body.name(),
                body.issueId(),
                body.issueDescription(),
                Boolean.TRUE.equals(body.isPrivate()),
                guestAccess,
                Objects.requireNonNullElse(body.maxParticipants(), Rooms.USUAL_PARTICIPANTS),
                body.parentRoomId());
        exchange.json(201, RoomJson.of(visit.carryOut(exchange, command)));
    }

    /// Newest first; without a status those that are active.
    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        RoomStatus status = exchange.query("status")
                .map(code -> RoomStatus.ofCode(code).orElseThrow(RoomRoutes::noSuchStatus))
                .orElse(RoomStatus.ACTIVE);
        int before = exchange.query("cursor")
                .map(text -> Math.clamp(Cursor.decode(text, 1)[0], 0, Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        Page<SupportRoom, Integer> page = visit.shard()
                .read(reader -> reader.supportRooms().page(status, visit.access(), visit.nowMillis(), before, limit));
        List<RoomJson> items = page.items().stream().map(RoomJson::of).toList();
        Integer next = page.next();
        exchange.json(200, new ItemList<>(items, next == null ? null : Cursor.encode(next)));
    }

    private static RuntimeException noSuchStatus() {
        return new Problem.Malformed("malformed_parameter", "'status' has no such value.").asException();
    }

    private void get(Exchange exchange) throws IOException {
        exchange.json(200, RoomJson.of(KnownRoom.of(exchange).room()));
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        RoomRequests.PatchRoom body = exchange.body(RoomRequests.PatchRoom.class);
        RoomStatus status = body.status() == null
                ? null
                : RoomStatus.ofCode(body.status())
                        .orElseThrow(() -> new Problem.Invalid("status", "unknown_status", "There is no such status.")
                                .asException());
        UpdateRoom command = new UpdateRoom(
                visit.user(),
                KnownRoom.id(exchange),
                body.name(),
                body.issueDescription(),
                status,
                body.isPrivate(),
                body.guestAccessAllowed(),
                body.maxParticipants(),
                body.closingNotes());
        exchange.json(200, RoomJson.of(visit.carryOut(exchange, command)));
    }

    private void join(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        JoinRoom command = new JoinRoom(visit.user(), KnownRoom.id(exchange));
        exchange.json(200, RoomJson.of(visit.carryOut(exchange, command)));
    }

    /// Oldest first. For who takes part, as far as they may read; all of it for who may read transcripts. It stands in
    /// the audit log, once an hour.
    private void transcript(Exchange exchange) throws IOException {
        KnownRoom known = KnownRoom.of(exchange);
        Visit visit = known.visit();
        boolean takesPart = known.channel().concerns(visit.access());
        if (!takesPart && !visit.may(Permission.SUPERVISE_TRANSCRIPTS)) {
            throw CommunityProblems.of(CommunityRefusal.NO_SUCH_ROOM);
        }
        long after =
                exchange.query("cursor").map(text -> Cursor.decode(text, 1)[0]).orElse(Long.MIN_VALUE);
        int limit = exchange.limit(MOST_ITEMS, History.PAGE_LIMIT);
        var _ = visit.carryOut(
                exchange, new RecordMonitoring(visit.user(), known.room().id(), AuditAction.ROOM_TRANSCRIPT));
        EncodedPage page = visit.shard().read(reader -> {
            History history = takesPart ? visit.history(reader, known.channel()) : reader.history();
            return history.after(new History.Of.OfChannel(known.channel().num()), after, limit);
        });
        ByteSink body = encoded(RoomJson.of(known.room()), page);
        exchange.bytes(200, body.array(), 0, body.length());
    }

    private static ByteSink encoded(RoomJson room, EncodedPage page) {
        ByteSink body =
                new ByteSink(4096).ascii("{\"room\":").put(Json.bytes(room)).ascii(",\"items\":[");
        boolean first = true;
        for (byte[] message : page.rows()) {
            if (!first) {
                body.put((byte) ',');
            }
            body.put(message);
            first = false;
        }
        String next = page.after() == EncodedPage.NONE ? "null" : "\"" + Cursor.encode(page.after()) + "\"";
        return body.ascii("],\"next\":").ascii(next).ascii("}");
    }
}
