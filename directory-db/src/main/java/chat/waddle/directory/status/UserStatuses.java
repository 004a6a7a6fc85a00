package chat.waddle.directory.status;

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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The statuses of accounts, one each, seen by those who share a community. Thread-safe.
///
/// A status that has expired reads as cleared from that very moment; its row is cleared by [#timer()].
public final class UserStatuses {
    private static final int EMOJI_LENGTH = 64;
    private static final int TEXT_LENGTH = 128;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int EXPIRED_AT_ONCE = 500;

    private final DirectoryStore store;
    private final InstantSource clock;
    private final DueTimer timer;

    public UserStatuses(DirectoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.timer = new DueTimer(new Expiry(), clock);
    }

    public static void register(CommandTypes.Builder types) {
        types.add(100, "set_status", SetStatus.class);
        types.add(101, "clear_status", ClearStatus.class);
        types.add(102, "expire_statuses", ExpireStatuses.class);
    }

    /// The status of an account, without asking who wants to know.
    public UserStatus of(UserId user) {
        return store.read(session -> session.sql(StatusSql.class).find(user))
                .map(status -> status.at(clock.instant()))
                .orElse(UserStatus.none(user));
    }

    /// The status of an account for another; empty for who shares no community, or where there is no such account.
    public Optional<UserStatus> seenBy(UserId viewer, UserId user) {
        boolean visible = viewer.equals(user)
                || store.read(session -> {
                    StatusSql sql = session.sql(StatusSql.class);
                    return sql.shareWaddle(viewer, user) && sql.accountExists(user);
                });
        return visible ? Optional.of(of(user)) : Optional.empty();
    }

    /// Replaces the status of an account.
    public StatusOutcome set(UserId user, StatusChange change, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String emoji = optional(checks, "emoji", change.emoji(), EMOJI_LENGTH);
        String text = Objects.requireNonNullElse(optional(checks, "text", change.text(), TEXT_LENGTH), "");
        if (emoji == null && text.isEmpty() && !change.doNotDisturb()) {
            checks.refuse("text", "empty", "A status has a text, an emoji or doNotDisturb.");
        }
        Long expiresAt = expiry(checks, change);
        if (!checks.passed()) {
            return new StatusOutcome.Invalid(checks.problems());
        }
        try {
            return store.commit(new SetStatus(user, emoji, text, change.doNotDisturb(), expiresAt), origin);
        } finally {
            if (expiresAt != null) {
                timer.scheduled(expiresAt);
            }
        }
    }

    private @Nullable Long expiry(FieldChecks checks, StatusChange change) {
        Instant now = clock.instant();
        Instant at = change.expiresAt();
        Duration in = change.expiresIn();
        if (at != null && in != null) {
            checks.refuse("expiresInSeconds", "conflicting", "Give at most one of expiresAt and expiresInSeconds.");
            return null;
        }
        if (in != null) {
            boolean sensible = in.isPositive() && in.compareTo(LONGEST) <= 0;
            if (!sensible) {
                checks.refuse("expiresInSeconds", "out_of_range", "Must be 1 to " + LONGEST.toSeconds() + " seconds.");
            }
            return sensible ? Long.valueOf(now.plus(in).toEpochMilli()) : null;
        }
        if (at == null) {
            return null;
        }
        if (!at.isAfter(now)) {
            checks.refuse("expiresAt", "in_the_past", "Must lie in the future.");
            return null;
        }
        if (at.isAfter(now.plus(LONGEST))) {
            checks.refuse("expiresAt", "out_of_range", "Must lie within " + LONGEST.toDays() + " days.");
            return null;
        }
        return at.toEpochMilli();
    }

    private static @Nullable String optional(FieldChecks checks, String field, @Nullable String text, int most) {
        return text == null || text.isEmpty() ? null : checks.name(field, text, most);
    }

    /// Clears the status of an account, if it has one.
    public UserStatus clear(UserId user, Origin origin) {
        return switch (store.commit(new ClearStatus(user), origin)) {
            case StatusOutcome.Done done -> done.status();
            case StatusOutcome.Invalid _, StatusOutcome.Missing _ -> UserStatus.none(user);
        };
    }

    /// Clears the rows of what has expired; to be ticked a few times a second.
    public DueTimer timer() {
        return timer;
    }

    private final class Expiry implements DueWork {
        @Override
        public OptionalLong nextDueMillis() {
            return store.read(session -> session.sql(StatusSql.class).nextDue())
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        }

        @Override
        public int doDue() {
            return store.commit(new ExpireStatuses(EXPIRED_AT_ONCE), Origin.system());
        }
    }
}
