package chat.waddle.directory.erasure;

import chat.waddle.directory.account.Account;
import chat.waddle.directory.account.Burial;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Begins the erasure of an account at an operator's wish; of a deleted account too, to go further than before.
record EraseAccount(UserId user, ErasureMode mode, Origin origin) implements Change<EraseOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<EraseOutcome> apply(Applying applying) {
        Burial burial = new Burial(applying, user);
        if (!burial.isKnown()) {
            return Applied.unchanged(new EraseOutcome.NoSuchAccount());
        }
        Account living = burial.living();
        if (living != null && living.operator()) {
            return Applied.unchanged(new EraseOutcome.IsOperator());
        }
        int owned = burial.waddlesOwned();
        if (owned > 0) {
            return Applied.unchanged(new EraseOutcome.OwnsWaddles(owned));
        }
        Erasure newest = applying.sql(ErasureSql.class).newestOf(user).orElse(null);
        if (newest != null && newest.mode().compareTo(mode) >= 0) {
            return Applied.unchanged(new EraseOutcome.UnderWay(newest));
        }
        ErasureStart.Begun begun = ErasureStart.begin(applying, user, mode, origin);
        return Applied.<EraseOutcome>changed(new EraseOutcome.Begun(begun.erasure()), 0, user.value())
                .then(begun.afterwards());
    }
}
