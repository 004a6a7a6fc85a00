package chat.waddle.server.robot;

import chat.waddle.channel.Channel;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.message.History;
import chat.waddle.robot.AskRobot;
import chat.waddle.robot.CreateRobot;
import chat.waddle.robot.DeleteRobot;
import chat.waddle.robot.LeaseInteraction;
import chat.waddle.robot.Robot;
import chat.waddle.robot.RobotInteraction;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import chat.waddle.shard.WaddleReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Robots: list, register, remove; ask one; take a question and say what came of it.
public final class RobotRoutes {
    private static final String ALL = "/waddles/{waddleId}/robots";
    private static final String ONE = ALL + "/{robotId}";
    private static final String ASK = "/waddles/{waddleId}/channels/{channelId}/robots/{robotId}/ask";
    private static final String ASK_IN_ROOM = "/waddles/{waddleId}/rooms/{roomId}/robots/{robotId}/ask";
    private static final String INTERACTION = "/waddles/{waddleId}/robot-interactions/{interactionId}";

    private final RobotWatch watch;

    public RobotRoutes(RobotWatch watch) {
        this.watch = watch;
    }

    public List<Route> routes() {
        Access manager = Access.member("MANAGE_ROBOTS");
        Access asker = Access.inChannel("USE_ROBOTS");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listRobots", Access.MEMBER, RateLimit.READS, this::list),
                Route.post(ALL, "createRobot", manager, RateLimit.WRITES, body, this::create),
                Route.delete(ONE, "deleteRobot", manager, RateLimit.WRITES, this::delete),
                Route.post(ASK, "askRobot", asker, RateLimit.WRITES, body, this::ask),
                Route.post(ASK_IN_ROOM, "askRobotInRoom", asker, RateLimit.WRITES, body, this::askInRoom),
                Route.post(ONE + "/lease", "leaseInteraction", Access.MEMBER, RateLimit.MESSAGES, body, this::lease),
                Route.get(INTERACTION, "getInteraction", Access.MEMBER, RateLimit.READS, this::get),
                Route.patch(INTERACTION, "updateInteraction", Access.MEMBER, RateLimit.MESSAGES, body, this::update));
    }

    private void list(Exchange exchange) throws IOException {
        List<Robot> robots =
                Visit.of(exchange).shard().read(reader -> reader.robots().all());
        exchange.json(200, new ItemList<>(robots.stream().map(RobotJson::of).toList(), null));
    }

    private void create(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        RobotRequests.NewRobot body = exchange.body(RobotRequests.NewRobot.class);
        CreateRobot command = new CreateRobot(visit.user(), body.name(), body.description(), body.ownerId());
        exchange.json(201, RobotJson.of(visit.carryOut(exchange, command)));
    }

    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        visit.carryOut(exchange, new DeleteRobot(visit.user(), robotId(exchange)));
        exchange.empty(204);
    }

    private static RobotId robotId(Exchange exchange) {
        return new RobotId(exchange.pathId("robotId"));
    }

    /// 201 for a new question, 200 for one that waits already.
    private void ask(Exchange exchange) throws IOException {
        ask(exchange, Visit.of(exchange).channel(exchange));
    }

    /// A room is a channel too.
    private void askInRoom(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange, "roomId");
        if (!channel.isRoom()) {
            throw CommunityProblems.of(CommunityRefusal.NO_SUCH_ROOM);
        }
        ask(exchange, channel);
    }

    private static void ask(Exchange exchange, Channel channel) throws IOException {
        Visit visit = Visit.of(exchange);
        RobotRequests.Question body = exchange.body(RobotRequests.Question.class);
        AskRobot command = new AskRobot(
                visit.user(),
                channel.id(),
                robotId(exchange),
                body.messageId(),
                RobotRules.object("request", body.request()),
                RobotRules.object("observation", body.observation()));
        CommunityOutcome<RobotInteraction> outcome =
                visit.shard().submit(command, visit.request(exchange)).result();
        int status = outcome instanceof CommunityOutcome.Done ? 201 : 200;
        RobotInteraction asked = CommunityProblems.valueOf(outcome);
        InteractionJson json = InteractionJson.of(asked, false);
        exchange.json(status, asked.askedBy().equals(visit.user()) ? json : json.unread());
    }

    /// 204 where no question waits.
    private void lease(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Integer wanted = exchange.body(RobotRequests.Lease.class).leaseSeconds();
        LeaseInteraction command =
                new LeaseInteraction(visit.user(), robotId(exchange), RobotRules.leaseSeconds(wanted));
        RobotInteraction taken = visit.carryOut(exchange, command).interaction();
        if (taken == null) {
            exchange.empty(204);
        } else {
            watch.working(visit.waddle());
            exchange.json(200, InteractionJson.of(taken, true));
        }
    }

    /// For whoever asked, and whoever works for the robot.
    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        exchange.json(
                200,
                found(visit, interactionId(exchange))
                        .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_INTERACTION)));
    }

    private static RobotInteractionId interactionId(Exchange exchange) {
        return new RobotInteractionId(exchange.pathId("interactionId"));
    }

    /// Whether the answer may be read by whoever asks here.
    private static boolean shows(Visit visit, WaddleReader reader, Channel channel, MessageId reply)
            throws SQLException {
        History history = visit.history(reader, channel);
        return visit.may(channel, Permission.READ_HISTORY)
                && history.one(reply.value()).isPresent()
                && !history.isDeleted();
    }

    private static Optional<InteractionJson> found(Visit visit, RobotInteractionId id) {
        return visit.shard().read(reader -> {
            RobotInteraction asked = reader.robots().interaction(id).orElse(null);
            Channel channel = asked == null ? null : reader.channels().byId(asked.channel());
            if (asked == null || channel == null || !visit.maySee(channel)) {
                return Optional.empty();
            }
            boolean working = reader.robots()
                    .find(asked.robot())
                    .filter(robot -> robot.isServedBy(visit.access(), visit.nowMillis()))
                    .isPresent();
            if (working) {
                return Optional.of(InteractionJson.of(asked, true));
            }
            if (!asked.askedBy().equals(visit.user())) {
                return Optional.empty();
            }
            InteractionJson own = InteractionJson.of(asked, false);
            return Optional.of(
                    asked.reply() == null || shows(visit, reader, channel, asked.reply()) ? own : own.unread());
        });
    }

    private void update(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        RobotRequests.Progress body = exchange.body(RobotRequests.Progress.class);
        RobotInteraction after =
                visit.carryOut(exchange, RobotRules.command(visit.user(), interactionId(exchange), body));
        exchange.json(200, InteractionJson.of(after, true));
    }
}
