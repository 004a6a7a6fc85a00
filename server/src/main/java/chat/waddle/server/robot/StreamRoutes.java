package chat.waddle.server.robot;

import chat.waddle.channel.Channel;
import chat.waddle.ids.MessageId;
import chat.waddle.message.DeliveryStatus;
import chat.waddle.message.MessageText;
import chat.waddle.robot.AppendToStream;
import chat.waddle.robot.BeginStream;
import chat.waddle.robot.FinishStream;
import chat.waddle.robot.StreamOutcome;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import chat.waddle.sqlite.command.Command;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages that robots write piece by piece: begin, go on, finish.
public final class StreamRoutes {
    private static final String ALL = "/waddles/{waddleId}/channels/{channelId}/messages/stream";
    private static final String ONE = "/waddles/{waddleId}/channels/{channelId}/messages/{messageId}/stream";

    private final RobotWatch watch;

    public StreamRoutes(RobotWatch watch) {
        this.watch = watch;
    }

    public List<Route> routes() {
        Access robot = Access.inChannel("ANSWER_AS_ROBOT");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.post(ALL, "beginStream", robot, RateLimit.MESSAGES, body, this::begin),
                Route.patch(ONE, "appendToStream", robot, RateLimit.WRITES, body, this::append),
                Route.post(ONE + "/finish", "finishStream", robot, RateLimit.MESSAGES, body, this::finish));
    }

    private void begin(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        StreamRequests.Beginning body = exchange.body(StreamRequests.Beginning.class);
        BeginStream command = new BeginStream(
                visit.user(),
                channel.id(),
                body.robotId(),
                body.interactionId(),
                RobotRules.lease(body.leaseId()),
                body.robotResponseTo(),
                inBatches(body.deliveryStatus()),
                Boolean.TRUE.equals(body.visibleToGuests()));
        StreamOutcome.Streamed begun = streamed(exchange, visit, command, 0);
        watch.working(visit.waddle());
        exchange.bytes(201, begun.encoded(), 0, begun.encoded().length);
    }

    private static boolean inBatches(@Nullable String status) {
        if (status == null || status.equals(DeliveryStatus.STREAMING.code())) {
            return false;
        }
        if (status.equals(DeliveryStatus.BATCH_DELAY.code())) {
            return true;
        }
        throw invalid("deliveryStatus", "unknown_status", "It begins as streaming or batch-delay.");
    }

    private static ProblemException invalid(String field, String code, String message) {
        return new Problem.Invalid(field, code, message).asException();
    }

    /// @param sequence of the piece that was sent; 0 for none
    private static StreamOutcome.Streamed streamed(
            Exchange exchange, Visit visit, Command<StreamOutcome> command, int sequence) {
        return switch (visit.shard().submit(command, visit.request(exchange)).result()) {
            case StreamOutcome.Streamed streamed -> streamed;
            case StreamOutcome.Refused refused -> throw CommunityProblems.of(refused.why());
            case StreamOutcome.OutOfOrder(int expected) ->
                throw new Problem.Conflict(
                                sequence > expected ? "sequence_gap" : "sequence_repeated",
                                "The next sequence is " + expected + ".")
                        .asException();
        };
    }

    private void append(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        StreamRequests.Piece body = exchange.body(StreamRequests.Piece.class);
        new FieldChecks()
                .number("sequence", body.sequence(), Limits.STREAM_SEQUENCE)
                .text("delta", body.delta(), Limits.STREAM_PIECE)
                .that(
                        MessageText.usable(body.delta()),
                        "delta",
                        "unusable_characters",
                        "NUL and halves of surrogate pairs are not allowed.")
                .orThrow();
        AppendToStream command =
                new AppendToStream(visit.user(), channel.id(), message(exchange), body.sequence(), body.delta());
        StreamOutcome.Streamed now = streamed(exchange, visit, command, body.sequence());
        exchange.json(200, new StreamPieceJson(now.message(), now.sequence()));
    }

    private static MessageId message(Exchange exchange) {
        return new MessageId(exchange.pathId("messageId"));
    }

    private void finish(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        boolean delivered = delivered(exchange.body(StreamRequests.Ending.class).status());
        FinishStream command = new FinishStream(visit.user(), channel.id(), message(exchange), delivered);
        StreamOutcome.Streamed now = streamed(exchange, visit, command, 0);
        exchange.bytes(200, now.encoded(), 0, now.encoded().length);
    }

    private static boolean delivered(String status) {
        return switch (status) {
            case "delivered" -> true;
            case "failed" -> false;
            default -> throw invalid("status", "unknown_status", "It ends as delivered or failed.");
        };
    }
}
