package chat.waddle.directory.erasure;

import chat.waddle.directory.account.PasswordCheck;
import chat.waddle.directory.account.Passwords;
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

    /// Begins the erasure: sign-ins end, and unless a legal hold stands before it, name and address become free. What
    /// the
    /// communities' files hold is the caller's to erase.
    ///
    /// @param password the current one; guests, who have none, give null
    public DeleteOutcome delete(UserId user, @Nullable String password, ErasureMode mode, Origin origin) {
        Origin nowhere = new Origin(origin.actor(), origin.requestId(), "", ""); // it would have to be erased again
        if (password == null) {
            return store.commit(new BuryAccount(user, null, mode, nowhere), nowhere);
        }
        return switch (passwords.checkedHash(user, password)) {
            case PasswordCheck.Right right ->
                store.commit(new BuryAccount(user, right.storedHash(), mode, nowhere), nowhere);
            case PasswordCheck.Wrong _ -> new DeleteOutcome.WrongPassword();
            case PasswordCheck.Overloaded _ -> new DeleteOutcome.Overloaded();
        };
    }
}
