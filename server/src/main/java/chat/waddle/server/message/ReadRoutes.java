package chat.waddle.server.message;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.message.MarkRead;
import chat.waddle.message.Unread;
import chat.waddle.message.UnreadCounts;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.ChannelPaths;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.List;

/// Up to where a member has read the channels, and what is left.
public final class ReadRoutes {
    private static final String UNREAD = "/waddles/{waddleId}/unread";

    public List<Route> routes() {
        return List.of(
                marking(ChannelPaths.IN_WADDLES),
                marking(ChannelPaths.CONVERSATIONS),
                Route.get(UNREAD, "listUnread", Access.MEMBER, RateLimit.READS, this::list));
    }

    private Route marking(ChannelPaths paths) {
        return Route.put(
                paths.channel() + "/read",
                paths.operation("markRead"),
                paths.anybody(),
                RateLimit.WRITES,
                Limits.JSON_BODY_BYTES,
                this::mark);
    }

    private void mark(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageRequests.ReadMarker body = exchange.body(MessageRequests.ReadMarker.class);
        boolean back = Boolean.TRUE.equals(body.allowBackwards());
        MarkRead command = new MarkRead(visit.user(), channel.id(), body.messageId(), back);
        switch (visit.shard().submit(command, visit.request(exchange)).result()) {
            case MarkRead.Marked marked -> exchange.json(200, new UnreadJson.Marker(channel.id(), marked.lastRead()));
            case MarkRead.Refused refused -> throw MessageRules.problem(refused.why());
        }
    }

    /// Every channel with messages that the member may see, by position.
    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        List<Unread> counts = visit.shard().readSnapshot(reader -> {
            List<Channel> channels = reader.channels().visibleTo(visit.access(), visit.nowMillis()).stream()
                    .filter(channel -> channel.type() != ChannelType.VOICE && channel.concerns(visit.access()))
                    .toList();
            UnreadCounts counting = visit.guest() ? reader.unread().forGuests() : reader.unread();
            return counting.of(visit.access(), channels);
        });
        exchange.json(200, new ItemList<>(counts.stream().map(UnreadJson::of).toList(), null));
    }
}
