package chat.waddle.directory.status;

import chat.waddle.directory.field.FieldProblem;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replaces an account's status.
record SetStatus(
        UserId user,
        @Nullable String emoji,
        String text,
        boolean doNotDisturb,
        @Nullable Long expiresAt) implements Change<StatusOutcome> {
    static final FieldProblem IN_THE_PAST = new FieldProblem("expiresAt", "in_the_past", "Must lie in the future.");

    @Override
    public Applied<StatusOutcome> apply(Applying applying) {
        StatusSql sql = applying.sql(StatusSql.class);
        if (!sql.accountExists(user)) {
            return Applied.unchanged(new StatusOutcome.Missing());
        }
        if (expiresAt != null && expiresAt <= applying.now()) {
            return Applied.unchanged(new StatusOutcome.Invalid(List.of(IN_THE_PAST)));
        }
        sql.put(user, emoji, text, doNotDisturb, expiresAt, applying.now());
        return Applied.changed(new StatusOutcome.Done(sql.find(user).orElseThrow()), 0, user.value());
    }
}
