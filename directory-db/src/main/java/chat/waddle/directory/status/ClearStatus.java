package chat.waddle.directory.status;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.time.Instant;

/// Clears an account's status, if it has one.
record ClearStatus(UserId user) implements Change<StatusOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<StatusOutcome> apply(Applying applying) {
        StatusSql sql = applying.sql(StatusSql.class);
        Instant now = Instant.ofEpochMilli(applying.now());
        UserStatus before = sql.find(user).map(status -> status.at(now)).orElse(UserStatus.none(user));
        if (!before.isSet()) {
            return Applied.unchanged(new StatusOutcome.Done(before));
        }
        sql.put(user, null, "", false, null, applying.now());
        return Applied.changed(new StatusOutcome.Done(sql.find(user).orElseThrow()), 0, user.value());
    }
}
