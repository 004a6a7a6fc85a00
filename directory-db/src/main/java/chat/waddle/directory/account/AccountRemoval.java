package chat.waddle.directory.account;

import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import org.jspecify.annotations.Nullable;

/// Deletes accounts at their owner's wish. Thread-safe.
public final class AccountRemoval {
    private final DirectoryStore store;
    private final Passwords passwords;

    public AccountRemoval(DirectoryStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /// Leaves a tombstone: sign-ins end, name and address become free, memberships stay for the caller to end.
    ///
    /// @param password the current one; guests, who have none, give null
    public DeleteOutcome delete(UserId user, @Nullable String password, Origin origin) {
        if (password == null) {
            return store.commit(new BuryAccount(user, null, origin), origin);
        }
        return switch (passwords.checkedHash(user, password)) {
            case PasswordCheck.Right right -> store.commit(new BuryAccount(user, right.storedHash(), origin), origin);
            case PasswordCheck.Wrong _ -> new DeleteOutcome.WrongPassword();
            case PasswordCheck.Overloaded _ -> new DeleteOutcome.Overloaded();
        };
    }
}
