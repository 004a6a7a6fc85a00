package chat.waddle.directory.erasure;

import chat.waddle.directory.account.Burial;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Begins the erasure of an account at its owner's wish.
///
/// @param checkedHash the stored hash its password matched a moment ago; null for an account that has no password
/// @param mode null in commands that are older than the choice
record BuryAccount(
        UserId user, @Nullable String checkedHash, @Nullable ErasureMode mode, Origin origin)
        implements Change<DeleteOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<DeleteOutcome> apply(Applying applying) {
        Burial burial = new Burial(applying, user);
        if (!burial.hasPassword(checkedHash)) {
            return Applied.unchanged(new DeleteOutcome.WrongPassword());
        }
        int owned = burial.waddlesOwned();
        if (owned > 0) {
            return Applied.unchanged(new DeleteOutcome.OwnsWaddles(owned));
        }
        ErasureMode chosen = Objects.requireNonNullElse(mode, ErasureMode.KEEP);
        ErasureStart.Begun begun = ErasureStart.begin(applying, user, chosen, origin);
        return Applied.<DeleteOutcome>changed(new DeleteOutcome.Deleted(begun.erasure()), 0, user.value())
                .then(begun.afterwards());
    }
}
