package chat.waddle.server.bookmark;

import chat.waddle.directory.bookmark.Bookmark;
import chat.waddle.directory.bookmark.BookmarkOutcome;
import chat.waddle.directory.bookmark.BookmarkTarget;
import chat.waddle.directory.bookmark.BookmarkType;
import chat.waddle.directory.bookmark.Bookmarks;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.WaddleGate;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// One's own bookmarks: list, look, add, remove, toggle.
public final class BookmarkRoutes {
    private static final String ALL = "/users/me/bookmarks";
    private static final String MESSAGE = ALL + "/messages/{messageId}";
    private static final int USUAL_PAGE = 25;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Bookmarks bookmarks;
    private final BookmarkShelf shelf;
    private final RequestOrigins origins;

    public BookmarkRoutes(Bookmarks bookmarks, WaddleGate gate, RequestOrigins origins) {
        this.bookmarks = bookmarks;
        this.shelf = new BookmarkShelf(Map.of(BookmarkType.MESSAGE, new MessageTargets(gate)));
        this.origins = origins;
    }

    public List<Route> routes() {
        Access own = Access.SIGNED_IN;
        return List.of(
                Route.get(ALL, "listBookmarks", own, RateLimit.READS, this::list),
                Route.get(MESSAGE, "getMessageBookmark", own, RateLimit.READS, this::get),
                Route.put(MESSAGE, "bookmarkMessage", own, RateLimit.WRITES, Limits.NO_BODY, this::put),
                Route.delete(MESSAGE, "unbookmarkMessage", own, RateLimit.WRITES, this::delete),
                Route.post(
                        ALL + "/toggle",
                        "toggleBookmark",
                        own,
                        RateLimit.WRITES,
                        Limits.JSON_BODY_BYTES,
                        this::toggle));
    }

    private void list(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        BookmarkType type = exchange.query("type").map(BookmarkRoutes::type).orElse(null);
        Long before = exchange.query("cursor")
                .map(cursor -> Cursor.decode(cursor, 1)[0])
                .orElse(null);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        List<Bookmark> found = bookmarks.list(user, type, before, limit + 1);
        List<Bookmark> page = BookmarkShelf.showable(found.size() > limit ? found.subList(0, limit) : found);
        String next = page.size() < found.size() ? Cursor.encode(page.getLast().id()) : null;
        exchange.json(200, new ItemList<>(shelf.show(user, page), next));
    }

    private static BookmarkType type(String code) {
        return BookmarkType.of(code)
                .orElseThrow(() ->
                        new Problem.Malformed("malformed_parameter", "'type' must be message or file.").asException());
    }

    private void get(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        Bookmark bookmark = bookmarks
                .find(user, message(exchange))
                .orElseThrow(
                        () -> new Problem.NotFound("no_such_bookmark", "You have no such bookmark.").asException());
        answer(exchange, 200, bookmark);
    }

    private void answer(Exchange exchange, int status, Bookmark bookmark) throws IOException {
        exchange.json(
                status,
                shelf.show(exchange.caller().userId(), List.of(bookmark)).getFirst());
    }

    private static BookmarkTarget message(Exchange exchange) {
        long waddle = exchange.queryId("waddle")
                .orElseThrow(() -> new Problem.Malformed(
                                "missing_parameter", "'waddle' must be the id of the waddle the message stands in.")
                        .asException());
        return new BookmarkTarget(BookmarkType.MESSAGE, new WaddleId(waddle), exchange.pathId("messageId"));
    }

    private void put(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        BookmarkTarget target = message(exchange);
        if (!shelf.isVisible(user, target)) {
            throw noTarget();
        }
        BookmarkOutcome outcome = bookmarks.add(user, target, origins.of(exchange));
        if (!(outcome instanceof BookmarkOutcome.Kept kept)) {
            throw refusal(outcome);
        }
        answer(exchange, kept.added() ? 201 : 200, kept.bookmark());
    }

    private void delete(Exchange exchange) {
        bookmarks.remove(exchange.caller().userId(), message(exchange), origins.of(exchange));
        exchange.empty(204);
    }

    /// Whether something is there now.
    private record Toggled(boolean bookmarked) {}

    private void toggle(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        BookmarkTarget target = target(exchange.body(BookmarkRequests.Toggle.class));
        boolean present = bookmarks.find(user, target).isPresent();
        boolean mayAdd = !present && shelf.isVisible(user, target);
        boolean bookmarked = switch (bookmarks.toggle(user, target, mayAdd, origins.of(exchange))) {
            case BookmarkOutcome.Kept _ -> true;
            case BookmarkOutcome.Removed _ -> false;
            case BookmarkOutcome.NoTarget other -> throw refusal(other);
            case BookmarkOutcome.Full other -> throw refusal(other);
            case BookmarkOutcome.Missing other -> throw refusal(other);
        };
        exchange.json(200, new Toggled(bookmarked));
    }

    private static BookmarkTarget target(BookmarkRequests.Toggle body) {
        if (!body.type().equals(BookmarkType.MESSAGE.code())) {
            throw new Problem.Invalid("type", "invalid_value", "Must be message.").asException();
        }
        MessageId message = body.messageId();
        if (message == null) {
            throw new Problem.Invalid("messageId", "required", "A bookmark of a message names it.").asException();
        }
        return new BookmarkTarget(BookmarkType.MESSAGE, body.waddleId(), message.value());
    }

    private static ProblemException refusal(BookmarkOutcome outcome) {
        return switch (outcome) {
            case BookmarkOutcome.Full(int limit) ->
                new Problem.Conflict("too_many_bookmarks", "You have " + limit + " bookmarks, which is the most.")
                        .asException();
            case BookmarkOutcome.Missing _ -> DirectoryProblems.accountGone();
            case BookmarkOutcome.NoTarget _, BookmarkOutcome.Kept _, BookmarkOutcome.Removed _ -> noTarget();
        };
    }

    /// Unknown, deleted, in a channel or a waddle the caller may not see: all the same.
    private static ProblemException noTarget() {
        return new Problem.NotFound("no_such_message", "There is no such message here.").asException();
    }
}
