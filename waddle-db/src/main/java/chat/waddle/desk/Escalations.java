package chat.waddle.desk;

import chat.waddle.community.Page;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The queue of escalations: the most urgent first, of equal priority the oldest. Valid only inside the callback that
/// got it.
public final class Escalations {
    private final EscalationSql sql;

    public Escalations(Session session) {
        sql = session.sql(EscalationSql.class);
    }

    /// A place in the queue.
    public record Place(int priority, long id) {
        public static final Place BEGIN = new Place(0, 0);
    }

    /// Which of them; null asks nothing.
    ///
    /// @param status null for all that are open
    /// @param level where they are to go
    public record Filter(
            @Nullable EscalationStatus status,
            @Nullable SupportLevel level,
            @Nullable UserId assignee) {}

    public Optional<Escalation> find(EscalationId id) {
        return sql.find(id);
    }

    /// @param after the `next` of the page before
    public Page<Escalation, Place> page(Filter filter, Place after, int limit) {
        EscalationStatus status = filter.status();
        SupportLevel wanted = filter.level();
        String level = wanted == null ? null : wanted.code();
        UserId user = filter.assignee();
        Long assignee = user == null ? null : user.value();
        List<Escalation> found = status == null
                ? sql.open(level, assignee, after.priority(), after.id(), limit + 1)
                : sql.inStatus(status.code(), level, assignee, after.priority(), after.id(), limit + 1);
        return Page.of(
                found, limit, last -> new Place(last.priority(), last.id().value()));
    }
}
