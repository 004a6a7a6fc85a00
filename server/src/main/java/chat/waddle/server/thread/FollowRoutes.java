package chat.waddle.server.thread;

import chat.waddle.channel.Channel;
import chat.waddle.community.Page;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import chat.waddle.thread.ChatThread;
import chat.waddle.thread.FollowThread;
import chat.waddle.thread.Threads;
import java.io.IOException;
import java.util.List;

/// Which threads a member follows: list them, see about one, follow it, follow it no more.
public final class FollowRoutes {
    private static final String ALL = "/waddles/{waddleId}/threads/followed";
    private static final String OWN = "/waddles/{waddleId}/threads/{threadId}/followers/me";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    public List<Route> routes() {
        Access member = Access.MEMBER;
        return List.of(
                Route.get(ALL, "listFollowedThreads", member, RateLimit.READS, this::list),
                Route.get(OWN, "getThreadFollowing", member, RateLimit.READS, this::get),
                Route.put(OWN, "followThread", member, RateLimit.WRITES, Limits.NO_BODY, this::follow),
                Route.delete(OWN, "unfollowThread", member, RateLimit.WRITES, this::unfollow));
    }

    /// The most recently active first; only those in channels that the member may see now.
    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        List<Channel> channels = visit.shard().channels().visibleTo(visit.access(), visit.nowMillis());
        Threads.Place after = exchange.query("cursor").map(ThreadRoutes::place).orElse(Threads.Place.TOP);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        int member = visit.access().member();
        Page<ChatThread, Threads.Place> page = visit.shard()
                .read(reader -> reader.threads().followed(member, channels, after, limit, visit.nowMillis()));
        List<ThreadJson> items = page.items().stream().map(ThreadJson::of).toList();
        Threads.Place next = page.next();
        exchange.json(
                200, new ItemList<>(items, next == null ? null : Cursor.encode(next.lastActivityId(), next.id())));
    }

    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ChatThread thread = ThreadRoutes.find(exchange);
        boolean follows = visit.shard()
                .read(reader -> reader.threads().follows(visit.access().member(), thread));
        exchange.json(200, new FollowingJson(follows));
    }

    private void follow(Exchange exchange) {
        change(exchange, true);
    }

    private void unfollow(Exchange exchange) {
        change(exchange, false);
    }

    private static void change(Exchange exchange, boolean follows) {
        Visit visit = Visit.of(exchange);
        visit.carryOut(exchange, new FollowThread(visit.user(), ThreadRoutes.id(exchange), follows));
        exchange.empty(204);
    }
}
