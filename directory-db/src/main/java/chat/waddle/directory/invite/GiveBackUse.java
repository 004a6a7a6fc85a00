package chat.waddle.directory.invite;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;

/// Gives one use of an invite back, because nobody joined by it after all.
record GiveBackUse(String code) implements Change<Boolean> {
    @Override
    public Applied<Boolean> apply(Applying applying) {
        int changed = applying.sql(InviteSql.class).giveBack(code);
        return changed == 0 ? Applied.unchanged(false) : Applied.changed(true, 0, 0);
    }
}
