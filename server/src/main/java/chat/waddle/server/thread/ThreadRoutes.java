package chat.waddle.server.thread;

import chat.waddle.channel.Channel;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.ids.ThreadId;
import chat.waddle.message.EncodedPage;
import chat.waddle.message.History;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.http.Window;
import chat.waddle.server.message.Pages;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import chat.waddle.thread.ChatThread;
import chat.waddle.thread.CreateThread;
import chat.waddle.thread.DeleteThread;
import chat.waddle.thread.Threads;
import chat.waddle.thread.UpdateThread;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Threads: those of a channel, one by itself, its messages.
public final class ThreadRoutes {
    private static final String OF_CHANNEL = "/waddles/{waddleId}/channels/{channelId}/threads";
    private static final String ONE = "/waddles/{waddleId}/threads/{threadId}";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    public List<Route> routes() {
        Access member = Access.MEMBER;
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(OF_CHANNEL, "listThreads", member, RateLimit.READS, this::list),
                Route.post(
                        OF_CHANNEL,
                        "createThread",
                        Access.inChannel("CREATE_THREADS"),
                        RateLimit.WRITES,
                        body,
                        this::create),
                Route.get(ONE, "getThread", member, RateLimit.READS, this::get),
                Route.patch(ONE, "updateThread", member, RateLimit.WRITES, body, this::patch),
                Route.delete(ONE, "deleteThread", Access.inChannel("MANAGE_THREADS"), RateLimit.WRITES, this::delete),
                Route.get(
                        ONE + "/messages",
                        "listThreadMessages",
                        Access.inChannel("READ_HISTORY"),
                        RateLimit.READS,
                        this::messages));
    }

    /// The most recently active first.
    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        Threads.Place after = exchange.query("cursor").map(ThreadRoutes::place).orElse(Threads.Place.TOP);
        Threads.Filter filter = filter(exchange);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        Page<ChatThread, Threads.Place> page =
                visit.shard().read(reader -> reader.threads().page(channel, filter, after, limit, visit.nowMillis()));
        List<ThreadJson> items = page.items().stream().map(ThreadJson::of).toList();
        Threads.Place next = page.next();
        exchange.json(
                200, new ItemList<>(items, next == null ? null : Cursor.encode(next.lastActivityId(), next.id())));
    }

    private static Threads.Filter filter(Exchange exchange) {
        return new Threads.Filter(
                exchange.choice("archived").orElse(null),
                exchange.choice("resolved").orElse(null),
                exchange.flag("following") ? Visit.of(exchange).access().member() : null);
    }

    static Threads.Place place(String cursor) {
        long[] parts = Cursor.decode(cursor, 2);
        return new Threads.Place(parts[0], parts[1]);
    }

    private void create(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        ThreadRequests.NewThread body = exchange.body(ThreadRequests.NewThread.class);
        CreateThread command = new CreateThread(visit.user(), channel.id(), body.title());
        exchange.json(201, ThreadJson.of(visit.carryOut(exchange, command)));
    }

    private void get(Exchange exchange) throws IOException {
        exchange.json(200, ThreadJson.of(find(exchange)));
    }

    /// The thread of the path; none of a channel this member may not see.
    static ChatThread find(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        ThreadId id = id(exchange);
        return visit.shard()
                .read(reader -> reader.threads().find(id))
                .flatMap(thread -> entered(exchange, visit, thread))
                .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_THREAD));
    }

    private static Optional<ChatThread> entered(Exchange exchange, Visit visit, ChatThread thread) {
        Channel channel = visit.shard().channels().byId(thread.channel());
        if (channel == null || !visit.maySee(channel)) {
            return Optional.empty();
        }
        visit.enter(exchange, channel);
        visit.recordMonitoring(exchange, channel);
        return Optional.of(thread.asOf(channel, visit.nowMillis()));
    }

    static ThreadId id(Exchange exchange) {
        return new ThreadId(exchange.pathId("threadId"));
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ThreadRequests.PatchThread body = exchange.body(ThreadRequests.PatchThread.class);
        UpdateThread command = new UpdateThread(
                visit.user(), id(exchange), body.title(), body.locked(), body.archived(), body.resolved());
        exchange.json(200, ThreadJson.of(visit.carryOut(exchange, command)));
    }

    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        ChatThread thread = find(exchange);
        visit.carryOut(exchange, new DeleteThread(visit.user(), thread.id()));
        exchange.empty(204);
    }

    private void messages(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        ChatThread thread = find(exchange);
        Pages.send(exchange, page(visit, thread, exchange.window(USUAL_PAGE, History.PAGE_LIMIT)));
    }

    private static EncodedPage page(Visit visit, ChatThread thread, Window window) {
        History.Of of = new History.Of.OfThread(thread.num());
        Channel channel = visit.shard().channels().byId(thread.channel());
        if (channel == null) {
            throw CommunityProblems.of(CommunityRefusal.NO_SUCH_THREAD);
        }
        return switch (window) {
            case Window.Latest(int limit) ->
                visit.shard().read(reader -> visit.history(reader, channel).newest(of, limit));
            case Window.Before(long id, int limit) ->
                visit.shard().read(reader -> visit.history(reader, channel).before(of, id, limit));
            case Window.After(long id, int limit) ->
                visit.shard().read(reader -> visit.history(reader, channel).after(of, id, limit));
            case Window.Around(long id, int limit) ->
                visit.shard()
                        .readSnapshot(reader -> visit.history(reader, channel).around(of, id, limit));
        };
    }
}
