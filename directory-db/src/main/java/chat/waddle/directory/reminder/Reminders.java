package chat.waddle.directory.reminder;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.timer.DueTimer;
import chat.waddle.directory.timer.DueWork;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What accounts want to be reminded of, at most 1,000 each, those that are past included. Thread-safe.
///
/// A reminder is due for its readers from its very moment; its row is marked by [#timer()]. Whether its message is
/// there and may be seen is for the caller to ask.
public final class Reminders {
    private static final int NOTE_LENGTH = 500;
    private static final Duration LONGEST = Duration.ofDays(5 * 366);
    private static final int FIRED_AT_ONCE = 500;
    private static final int PAGE_LIMIT = 100;

    private final DirectoryStore store;
    private final InstantSource clock;
    private final DueTimer timer;

    public Reminders(DirectoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.timer = new DueTimer(new Firing(), clock);
    }

    public static void register(CommandTypes.Builder types) {
        types.add(150, "create_reminder", CreateReminder.class);
        types.add(151, "delete_reminder", DeleteReminder.class);
        types.add(152, "fire_reminders", FireReminders.class);
    }

    public ReminderOutcome create(UserId user, NewReminder wanted, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String note = wanted.note() == null ? "" : checks.prose("note", wanted.note(), NOTE_LENGTH);
        if (note.isEmpty() && wanted.message() == null) {
            checks.refuse("note", "empty", "A reminder has a note or a message.");
        }
        if ((wanted.waddle() == null) != (wanted.message() == null)) {
            checks.refuse("messageId", "incomplete", "A message is named together with its waddle.");
        }
        Instant due = due(checks, wanted);
        if (due == null || !checks.passed()) {
            return new ReminderOutcome.Invalid(checks.problems());
        }
        long dueMillis = due.toEpochMilli();
        try {
            return store.commit(new CreateReminder(user, wanted.waddle(), wanted.message(), note, dueMillis), origin);
        } finally {
            timer.scheduled(dueMillis);
        }
    }

    /// Null where it is refused.
    private @Nullable Instant due(FieldChecks checks, NewReminder wanted) {
        Instant now = clock.instant();
        Instant at = wanted.dueAt();
        Duration in = wanted.dueIn();
        if ((at == null) == (in == null)) {
            checks.refuse("dueAt", "conflicting", "Give either dueAt or dueInSeconds.");
            return null;
        }
        if (in != null) {
            if (!in.isPositive() || in.compareTo(LONGEST) > 0) {
                checks.refuse("dueInSeconds", "out_of_range", "Must be 1 to " + LONGEST.toSeconds() + " seconds.");
                return null;
            }
            return now.plus(in);
        }
        if (at == null || !at.isAfter(now)) {
            checks.refuse("dueAt", "in_the_past", "Must lie in the future.");
            return null;
        }
        if (at.isAfter(now.plus(LONGEST))) {
            checks.refuse("dueAt", "out_of_range", "Must lie within " + LONGEST.toDays() + " days.");
            return null;
        }
        return at;
    }

    /// @return false where the account has no such one
    public boolean delete(UserId user, long id, Origin origin) {
        return store.commit(new DeleteReminder(user, id), origin);
    }

    public Optional<Reminder> find(UserId user, long id) {
        return store.read(session -> session.sql(ReminderSql.class).find(user, id));
    }

    /// An account's reminders, the last made first.
    ///
    /// @param before the id of the last one of the page before, or null
    public List<Reminder> list(UserId user, @Nullable Long before, int limit) {
        long from = before == null ? Long.MAX_VALUE : before;
        int most = Math.clamp(limit, 1, PAGE_LIMIT + 1);
        return store.read(session -> session.sql(ReminderSql.class).list(user, from, most));
    }

    /// Marks what has become due; to be ticked a few times a second.
    public DueTimer timer() {
        return timer;
    }

    private final class Firing implements DueWork {
        @Override
        public OptionalLong nextDueMillis() {
            return store.read(session -> session.sql(ReminderSql.class).nextDue())
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        }

        @Override
        public int doDue() {
            return store.commit(new FireReminders(FIRED_AT_ONCE), Origin.system());
        }
    }
}
