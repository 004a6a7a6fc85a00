package chat.waddle.server.channel;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelList;
import chat.waddle.channel.ChannelRules;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.channel.DeleteChannel;
import chat.waddle.channel.OrderChannels;
import chat.waddle.channel.ThreadMode;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.ids.CategoryId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import chat.waddle.sqlite.command.Command;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Channels of a waddle: list, make, see, change, delete, order. A path names a channel by id or by name.
public final class ChannelRoutes {
    private static final String ALL = "/waddles/{waddleId}/channels";
    private static final String ONE = ALL + "/{channelId}";

    public List<Route> routes() {
        Access manager = Access.member("MANAGE_CHANNELS");
        Access managerThere = Access.inChannel("MANAGE_CHANNELS");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listChannels", Access.MEMBER, RateLimit.READS, this::list),
                Route.post(ALL, "createChannel", manager, RateLimit.WRITES, body, this::create),
                Route.get(ONE, "getChannel", Access.MEMBER, RateLimit.READS, this::get),
                Route.patch(ONE, "updateChannel", managerThere, RateLimit.WRITES, body, this::patch),
                Route.delete(ONE, "deleteChannel", managerThere, RateLimit.WRITES, this::delete),
                Route.put(ALL + "/order", "orderChannels", manager, RateLimit.WRITES, body, this::order));
    }

    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        send(exchange, visit, visit.shard().channels());
    }

    private static void send(Exchange exchange, Visit visit, ChannelList channels) throws IOException {
        List<ChannelJson> items = channels.ordinaryVisibleTo(visit.access(), visit.nowMillis()).stream()
                .map(ChannelJson::of)
                .toList();
        exchange.json(200, new ItemList<>(items, null));
    }

    private void create(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ChannelRequests.NewChannel body = exchange.body(ChannelRequests.NewChannel.class);
        CreateChannel command = new CreateChannel(
                visit.user(),
                body.name(),
                Objects.requireNonNullElse(ChannelWords.type(body.type()), ChannelType.TEXT),
                body.description(),
                body.categoryId(),
                Objects.requireNonNullElse(body.isPrivate(), false),
                Objects.requireNonNullElse(ChannelWords.threadMode(body.threadMode()), ThreadMode.OPTIONAL),
                Objects.requireNonNullElse(body.slowModeSeconds(), 0),
                Objects.requireNonNullElse(body.autoArchiveHours(), ChannelRules.USUAL_ARCHIVE_HOURS));
        exchange.json(201, ChannelJson.of(write(exchange, visit, command)));
    }

    private void get(Exchange exchange) throws IOException {
        exchange.json(200, ChannelJson.of(Visit.of(exchange).channel(exchange)));
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        ChannelRequests.PatchChannel body = exchange.body(ChannelRequests.PatchChannel.class);
        UpdateChannel command = new UpdateChannel(
                visit.user(),
                channel.id(),
                body.name(),
                ChannelWords.type(body.type()),
                description(body.description()),
                body.position(),
                category(body.categoryId()),
                body.isPrivate(),
                body.isArchived(),
                ChannelWords.threadMode(body.threadMode()),
                body.slowModeSeconds(),
                body.autoArchiveHours());
        exchange.json(200, ChannelJson.of(write(exchange, visit, command)));
    }

    private static @Nullable String description(Change<String> change) {
        return switch (change) {
            case Change.Keep<String> _ -> null;
            case Change.To<String>(var text) -> Objects.requireNonNullElse(text, "");
        };
    }

    private static @Nullable CategoryId category(Change<CategoryId> change) {
        return switch (change) {
            case Change.Keep<CategoryId> _ -> null;
            case Change.To<CategoryId>(var id) -> Objects.requireNonNullElse(id, UpdateChannel.NO_CATEGORY);
        };
    }

    /// A category that does not exist is a wrong field here, not a wrong address.
    private static Channel write(Exchange exchange, Visit visit, Command<CommunityOutcome<Channel>> command) {
        CommunityOutcome<Channel> outcome =
                visit.shard().submit(command, visit.request(exchange)).result();
        if (outcome instanceof CommunityOutcome.Refused<Channel>(var why) && why == CommunityRefusal.NO_SUCH_CATEGORY) {
            throw new Problem.Invalid("categoryId", "unknown", "There is no such category here.").asException();
        }
        return CommunityProblems.valueOf(outcome);
    }

    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        visit.carryOut(exchange, new DeleteChannel(visit.user(), channel.id()));
        exchange.empty(204);
    }

    private void order(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ChannelRequests.Order body = exchange.body(ChannelRequests.Order.class);
        new FieldChecks()
                .that(
                        body.channelIds().stream().noneMatch(Objects::isNull),
                        "channelIds",
                        "wrong_type",
                        "Each must be an id.")
                .that(
                        body.channelIds().size() <= ChannelRules.CHANNEL_LIMIT,
                        "channelIds",
                        "too_long",
                        "At most " + ChannelRules.CHANNEL_LIMIT + " channels are allowed.")
                .orThrow();
        send(exchange, visit, visit.carryOut(exchange, new OrderChannels(visit.user(), body.channelIds())));
    }
}
