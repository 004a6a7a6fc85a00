package chat.waddle.directory.ban;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bans from the whole server. A banned account loses its sign-ins at once and cannot come back until the ban is
/// lifted or has run out, which needs no job. Thread-safe.
public final class GlobalBans {
    private static final int PAGE_LIMIT = 100;

    private final DirectoryStore store;
    private final InstantSource clock;

    public GlobalBans(DirectoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(50, "ban_account", BanAccount.class);
        types.add(51, "lift_ban", LiftBan.class);
    }

    /// Bans an account; a ban there was before is replaced.
    ///
    /// @param expiresAt null for never
    public BanOutcome ban(UserId user, String reason, @Nullable Instant expiresAt, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checkedReason = checks.prose("reason", reason, 1000);
        if (checkedReason.isEmpty()) {
            checks.refuse("reason", "too_short", "Must not be empty.");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            checks.refuse("expiresAt", "in_the_past", "Must lie in the future.");
        }
        if (!checks.passed()) {
            return new BanOutcome.Invalid(checks.problems());
        }
        Long expiry = expiresAt == null ? null : expiresAt.toEpochMilli();
        return store.commit(new BanAccount(user, checkedReason, expiry, origin), origin);
    }

    /// Ends a ban before its time.
    ///
    /// @return false when there is none
    public boolean lift(UserId user, Origin origin) {
        return store.commit(new LiftBan(user, origin), origin);
    }

    /// The ban of an account that is in force now.
    public Optional<GlobalBan> find(UserId user) {
        long now = clock.millis();
        return store.read(session -> session.sql(BanSql.class).find(user, now));
    }

    /// The bans in force now, by account.
    ///
    /// @param after the last account of the page before, or null
    public List<GlobalBan> list(@Nullable UserId after, int limit) {
        long now = clock.millis();
        long from = after == null ? Long.MIN_VALUE : after.value();
        return store.read(session -> session.sql(BanSql.class).list(from, now, Math.clamp(limit, 1, PAGE_LIMIT)));
    }
}
