package chat.waddle.server.notification;

import chat.waddle.channel.Channel;
import chat.waddle.directory.membership.NotificationLevel;
import chat.waddle.directory.notification.ChannelLevel;
import chat.waddle.directory.notification.NotificationPreferences;
import chat.waddle.directory.notification.Notifications;
import chat.waddle.ids.ChannelId;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of each channel reaches oneself; the level of a whole waddle stands in one's own member entry.
public final class NotificationRoutes {
    private static final String ALL = "/waddles/{waddleId}/notification-levels";
    private static final String ONE = "/waddles/{waddleId}/channels/{channelId}/notifications";
    private static final int USUAL_PAGE = 100;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Notifications notifications;
    private final RequestOrigins origins;

    public NotificationRoutes(Notifications notifications, RequestOrigins origins) {
        this.notifications = notifications;
        this.origins = origins;
    }

    public List<Route> routes() {
        Access member = Access.MEMBER;
        return List.of(
                Route.get(ALL, "listNotificationLevels", member, RateLimit.READS, this::list),
                Route.get(ONE, "getChannelNotifications", member, RateLimit.READS, this::get),
                Route.put(ONE, "setChannelNotifications", member, RateLimit.WRITES, Limits.JSON_BODY_BYTES, this::set));
    }

    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ChannelId after = exchange.query("cursor")
                .map(cursor -> new ChannelId(Cursor.decode(cursor, 1)[0]))
                .orElse(null);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        List<ChannelLevel> found = notifications.levels(visit.user(), visit.waddle(), after, limit + 1);
        boolean more = found.size() > limit;
        List<ChannelLevel> page = more ? found.subList(0, limit) : found;
        List<ChannelLevelJson> items = page.stream()
                .filter(level -> isVisible(visit, level.channel()))
                .map(ChannelLevelJson::of)
                .toList();
        String next = more ? Cursor.encode(page.getLast().channel().value()) : null;
        exchange.json(200, new ItemList<>(items, next));
    }

    private static boolean isVisible(Visit visit, ChannelId id) {
        Channel channel = visit.shard().channels().byId(id);
        return channel != null && visit.maySee(channel);
    }

    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        answer(exchange, visit, visit.channel(exchange).id());
    }

    private void answer(Exchange exchange, Visit visit, ChannelId channel) throws IOException {
        NotificationPreferences preferences = notifications.preferences(visit.user(), visit.waddle(), channel);
        exchange.json(200, ChannelNotificationsJson.of(channel, preferences, Instant.ofEpochMilli(visit.nowMillis())));
    }

    private void set(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ChannelId channel = visit.channel(exchange).id();
        NotificationLevel level =
                level(exchange.body(NotificationRequests.SetLevel.class).level());
        switch (notifications.setLevel(visit.user(), visit.waddle(), channel, level, origins.of(exchange))) {
            case DONE -> answer(exchange, visit, channel);
            case FULL ->
                throw new Problem.Conflict(
                                "too_many_levels", "Too many channels of this waddle have a level of their own.")
                        .asException();
            case MISSING -> throw DirectoryProblems.accountGone();
        }
    }

    private static @Nullable NotificationLevel level(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "all" -> NotificationLevel.ALL;
            case "mentions" -> NotificationLevel.MENTIONS;
            case "none" -> NotificationLevel.NONE;
            default ->
                throw new Problem.Invalid("level", "unknown_level", "May be all, mentions or none.").asException();
        };
    }
}
