package chat.waddle.server.bookmark;

import chat.waddle.directory.bookmark.Bookmark;
import chat.waddle.directory.bookmark.BookmarkOutcome;
import chat.waddle.directory.bookmark.BookmarkTarget;
import chat.waddle.directory.bookmark.BookmarkType;
import chat.waddle.directory.bookmark.Bookmarks;
import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
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
import java.util.Objects;

/// One's own bookmarks: list, look, add, remove, toggle.
public final class BookmarkRoutes {
    private static final String ALL = "/users/me/bookmarks";
    private static final String MESSAGE = ALL + "/messages/{messageId}";
    private static final String FILE = ALL + "/files/{attachmentId}";
    private static final int USUAL_PAGE = 25;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Bookmarks bookmarks;
    private final VisibleTargets targets;
    private final RequestOrigins origins;

    public BookmarkRoutes(Bookmarks bookmarks, WaddleGate gate, RequestOrigins origins) {
        this.bookmarks = bookmarks;
        this.targets = new VisibleTargets(gate);
        this.origins = origins;
    }

    public List<Route> routes() {
        Access own = Access.SIGNED_IN;
        return List.of(
                Route.get(ALL, "listBookmarks", own, RateLimit.READS, this::list),
                Route.get(MESSAGE, "getMessageBookmark", own, RateLimit.READS, this::get),
                Route.put(MESSAGE, "bookmarkMessage", own, RateLimit.WRITES, Limits.NO_BODY, this::put),
                Route.delete(MESSAGE, "unbookmarkMessage", own, RateLimit.WRITES, this::delete),
                Route.get(FILE, "getFileBookmark", own, RateLimit.READS, this::get),
                Route.put(FILE, "bookmarkFile", own, RateLimit.WRITES, Limits.NO_BODY, this::put),
                Route.delete(FILE, "unbookmarkFile", own, RateLimit.WRITES, this::delete),
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
        List<Bookmark> page =
                VisibleTargets.showable(found.size() > limit ? found.subList(0, limit) : found, Bookmark::waddle);
        String next = page.size() < found.size() ? Cursor.encode(page.getLast().id()) : null;
        exchange.json(200, new ItemList<>(show(user, page), next));
    }

    private static BookmarkType type(String code) {
        return BookmarkType.of(code)
                .orElseThrow(() ->
                        new Problem.Malformed("malformed_parameter", "'type' must be message or file.").asException());
    }

    private void get(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        Bookmark bookmark = bookmarks
                .find(user, target(exchange))
                .orElseThrow(
                        () -> new Problem.NotFound("no_such_bookmark", "You have no such bookmark.").asException());
        answer(exchange, 200, bookmark);
    }

    private void answer(Exchange exchange, int status, Bookmark bookmark) throws IOException {
        exchange.json(
                status, show(exchange.caller().userId(), List.of(bookmark)).getFirst());
    }

    private List<BookmarkJson> show(UserId user, List<Bookmark> page) {
        Map<BookmarkTarget, String> contents =
                targets.contents(user, page.stream().map(Bookmark::target).toList());
        return page.stream()
                .map(bookmark -> BookmarkJson.of(bookmark, contents.get(bookmark.target())))
                .toList();
    }

    /// The message or file that the path names.
    private static BookmarkTarget target(Exchange exchange) {
        long waddle = exchange.queryId("waddle")
                .orElseThrow(() -> new Problem.Malformed(
                                "missing_parameter", "'waddle' must be the id of the waddle it stands in.")
                        .asException());
        boolean message = exchange.route().parameters().contains("messageId");
        return message
                ? new BookmarkTarget(BookmarkType.MESSAGE, new WaddleId(waddle), exchange.pathId("messageId"))
                : new BookmarkTarget(BookmarkType.FILE, new WaddleId(waddle), exchange.pathId("attachmentId"));
    }

    private void put(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        BookmarkTarget target = target(exchange);
        if (!targets.isVisible(user, target)) {
            throw noTarget(target);
        }
        BookmarkOutcome outcome = bookmarks.add(user, target, origins.of(exchange));
        if (!(outcome instanceof BookmarkOutcome.Kept kept)) {
            throw refusal(outcome, target);
        }
        answer(exchange, kept.added() ? 201 : 200, kept.bookmark());
    }

    private void delete(Exchange exchange) {
        bookmarks.remove(exchange.caller().userId(), target(exchange), origins.of(exchange));
        exchange.empty(204);
    }

    /// Whether something is there now.
    private record Toggled(boolean bookmarked) {}

    private void toggle(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        BookmarkTarget target = target(exchange.body(BookmarkRequests.Toggle.class));
        boolean present = bookmarks.find(user, target).isPresent();
        boolean mayAdd = !present && targets.isVisible(user, target);
        boolean bookmarked = switch (bookmarks.toggle(user, target, mayAdd, origins.of(exchange))) {
            case BookmarkOutcome.Kept _ -> true;
            case BookmarkOutcome.Removed _ -> false;
            case BookmarkOutcome.NoTarget other -> throw refusal(other, target);
            case BookmarkOutcome.Full other -> throw refusal(other, target);
            case BookmarkOutcome.Missing other -> throw refusal(other, target);
        };
        exchange.json(200, new Toggled(bookmarked));
    }

    private static BookmarkTarget target(BookmarkRequests.Toggle body) {
        BookmarkType type = BookmarkType.of(body.type())
                .orElseThrow(
                        () -> new Problem.Invalid("type", "invalid_value", "Must be message or file.").asException());
        MessageId message = body.messageId();
        AttachmentId file = body.attachmentId();
        boolean ofMessage = type == BookmarkType.MESSAGE;
        new FieldChecks()
                .that((message != null) == ofMessage, "messageId", "required", "Names a message, and nothing else.")
                .that((file != null) == !ofMessage, "attachmentId", "required", "Names a file, and nothing else.")
                .orThrow();
        long id =
                message != null ? message.value() : Objects.requireNonNull(file).value();
        return new BookmarkTarget(type, body.waddleId(), id);
    }

    private static ProblemException refusal(BookmarkOutcome outcome, BookmarkTarget target) {
        return switch (outcome) {
            case BookmarkOutcome.Full(int limit) ->
                new Problem.Conflict("too_many_bookmarks", "You have " + limit + " bookmarks, which is the most.")
                        .asException();
            case BookmarkOutcome.Missing _ -> DirectoryProblems.accountGone();
            case BookmarkOutcome.NoTarget _, BookmarkOutcome.Kept _, BookmarkOutcome.Removed _ -> noTarget(target);
        };
    }

    /// Unknown, deleted, in a channel or a waddle the caller may not see: all the same.
    private static ProblemException noTarget(BookmarkTarget target) {
        Problem nothing = switch (target.type()) {
            case MESSAGE -> new Problem.NotFound("no_such_message", "There is no such message here.");
            case FILE -> new Problem.NotFound("no_such_attachment", "There is no such file here.");
        };
        return nothing.asException();
    }
}
