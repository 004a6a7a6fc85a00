package chat.waddle.server.reminder;

import chat.waddle.directory.bookmark.BookmarkTarget;
import chat.waddle.directory.bookmark.BookmarkType;
import chat.waddle.directory.reminder.NewReminder;
import chat.waddle.directory.reminder.Reminder;
import chat.waddle.directory.reminder.ReminderOutcome;
import chat.waddle.directory.reminder.Reminders;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.bookmark.VisibleTargets;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.WaddleGate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One's own reminders: make, list, delete.
public final class ReminderRoutes {
    private static final String ALL = "/users/me/reminders";
    private static final int USUAL_PAGE = 25;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Reminders reminders;
    private final VisibleTargets targets;
    private final RequestOrigins origins;
    private final InstantSource clock;

    public ReminderRoutes(Reminders reminders, WaddleGate gate, RequestOrigins origins, InstantSource clock) {
        this.reminders = reminders;
        this.targets = new VisibleTargets(gate);
        this.origins = origins;
        this.clock = clock;
    }

    public List<Route> routes() {
        Access own = Access.SIGNED_IN;
        return List.of(
                Route.get(ALL, "listReminders", own, RateLimit.READS, this::list),
                Route.post(ALL, "createReminder", own, RateLimit.WRITES, Limits.JSON_BODY_BYTES, this::create),
                Route.delete(ALL + "/{reminderId}", "deleteReminder", own, RateLimit.WRITES, this::delete));
    }

    private void list(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        Long before = exchange.query("cursor")
                .map(cursor -> Cursor.decode(cursor, 1)[0])
                .orElse(null);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        List<Reminder> found = reminders.list(user, before, limit + 1);
        List<Reminder> page =
                VisibleTargets.showable(found.size() > limit ? found.subList(0, limit) : found, Reminder::waddle);
        String next = page.size() < found.size() ? Cursor.encode(page.getLast().id()) : null;
        exchange.json(200, new ItemList<>(show(user, page), next));
    }

    /// Whether a message may be seen is asked at each reading.
    private List<ReminderJson> show(UserId user, List<Reminder> page) {
        Map<BookmarkTarget, String> seen = targets.contents(
                user,
                page.stream().flatMap(reminder -> target(reminder).stream()).toList());
        Instant now = clock.instant();
        return page.stream()
                .map(reminder -> ReminderJson.of(
                        reminder, now, target(reminder).map(seen::get).orElse(null)))
                .toList();
    }

    private static Optional<BookmarkTarget> target(Reminder reminder) {
        return target(reminder.waddle(), reminder.message());
    }

    private static Optional<BookmarkTarget> target(@Nullable WaddleId waddle, @Nullable MessageId message) {
        return waddle == null || message == null
                ? Optional.empty()
                : Optional.of(new BookmarkTarget(BookmarkType.MESSAGE, waddle, message.value()));
    }

    private void create(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        ReminderRequests.CreateReminder body = exchange.body(ReminderRequests.CreateReminder.class);
        WaddleId waddle = body.waddleId();
        MessageId message = body.messageId();
        if (target(waddle, message)
                .filter(wanted -> !targets.isVisible(user, wanted))
                .isPresent()) {
            throw new Problem.NotFound("no_such_message", "There is no such message here.").asException();
        }
        Long seconds = body.dueInSeconds();
        NewReminder wanted = new NewReminder(
                waddle, message, body.note(), body.dueAt(), seconds == null ? null : Duration.ofSeconds(seconds));
        switch (reminders.create(user, wanted, origins.of(exchange))) {
            case ReminderOutcome.Created(Reminder reminder) ->
                exchange.json(201, show(user, List.of(reminder)).getFirst());
            case ReminderOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case ReminderOutcome.Full(int limit) ->
                throw new Problem.Conflict("too_many_reminders", "You have " + limit + " reminders, which is the most.")
                        .asException();
            case ReminderOutcome.Missing _ -> throw DirectoryProblems.accountGone();
        }
    }

    private void delete(Exchange exchange) {
        if (!reminders.delete(exchange.caller().userId(), exchange.pathId("reminderId"), origins.of(exchange))) {
            throw new Problem.NotFound("no_such_reminder", "You have no such reminder.").asException();
        }
        exchange.empty(204);
    }
}
