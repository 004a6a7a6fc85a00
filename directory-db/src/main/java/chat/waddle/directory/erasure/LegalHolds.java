package chat.waddle.directory.erasure;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must not be erased for now: a hold goes before an erasure, and an erasure before any retention. Thread-safe.
public final class LegalHolds {
    private static final int PAGE_LIMIT = 100;
    private static final int REASON_LENGTH = 1000;

    private final DirectoryStore store;

    public LegalHolds(DirectoryStore store) {
        this.store = store;
    }

    /// Puts a hold on an account or a community, or gives another reason for the one there is.
    public HoldOutcome place(long subject, String reason, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checked = checks.prose("reason", reason, REASON_LENGTH);
        if (checks.passed() && checked.isBlank()) {
            checks.refuse("reason", "too_short", "Must not be empty.");
        }
        if (!checks.passed()) {
            return new HoldOutcome.Invalid(checks.problems());
        }
        return store.commit(new PlaceHold(subject, checked, origin), origin)
                .<HoldOutcome>map(HoldOutcome.Placed::new)
                .orElseGet(HoldOutcome.NoSuchSubject::new);
    }

    /// @return false where there is no hold
    public boolean lift(long subject, Origin origin) {
        return store.commit(new LiftHold(subject, origin), origin);
    }

    public Optional<LegalHold> find(long subject) {
        return store.read(session -> session.sql(LegalHoldSql.class).find(subject));
    }

    /// All accounts that are held; there are only a few.
    public List<UserId> users() {
        List<UserId> users = new ArrayList<>();
        List<LegalHold> page = page(0, PAGE_LIMIT);
        while (!page.isEmpty()) {
            page.stream().filter(hold -> !hold.waddle()).forEach(hold -> users.add(new UserId(hold.subject())));
            page = page(page.getLast().subject(), PAGE_LIMIT);
        }
        return users;
    }

    /// Holds in the order of what they hold.
    ///
    /// @param limit at most 100
    public List<LegalHold> page(long after, int limit) {
        int rows = Math.clamp(limit, 1, PAGE_LIMIT);
        return store.read(session -> session.sql(LegalHoldSql.class).after(after, rows));
    }
}
