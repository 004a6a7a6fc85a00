package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.secret.PasswordHasher;
import chat.waddle.directory.session.TokenMint;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.util.Optional;

/// Makes accounts. Thread-safe; hashes passwords on the calling thread.
public final class Registrations {
    private final DirectoryStore store;
    private final PasswordHasher hasher;
    private final TokenMint mint;

    public Registrations(DirectoryStore store, PasswordHasher hasher, TokenMint mint) {
        this.store = store;
        this.hasher = hasher;
        this.mint = mint;
    }

    /// Makes an account and signs it in.
    ///
    /// The password is hashed whether or not the address is taken, so that the time tells nothing.
    public RegisterOutcome register(String email, String username, String password, String displayName, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checkedEmail = checks.email("email", email);
        String checkedUsername = AccountRules.username(checks, "username", username);
        AccountRules.password(checks, "password", password);
        String checkedName = checks.name("displayName", displayName, AccountRules.DISPLAY_NAME_LENGTH);
        if (!checks.passed()) {
            return new RegisterOutcome.Invalid(checks.problems());
        }
        Optional<String> hash = hasher.hash(password);
        if (hash.isEmpty()) {
            return new RegisterOutcome.Overloaded();
        }
        TokenMint.Minted minted = mint.newFamily();
        RegisterAccount change =
                new RegisterAccount(checkedEmail, checkedUsername, checkedName, hash.get(), minted.seed(), origin);
        return switch (store.commit(change, origin)) {
            case RegisterAccount.Registration.Done done ->
                new RegisterOutcome.Registered(new SignedIn(done.account(), done.session(), minted.tokens()));
            case RegisterAccount.Registration.EmailTaken _ -> new RegisterOutcome.EmailTaken();
            case RegisterAccount.Registration.UsernameTaken _ -> new RegisterOutcome.UsernameTaken();
        };
    }

    /// Makes an account that has only a name.
    public RegisterOutcome registerGuest(String displayName, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checkedName = checks.name("displayName", displayName, AccountRules.DISPLAY_NAME_LENGTH);
        if (!checks.passed()) {
            return new RegisterOutcome.Invalid(checks.problems());
        }
        TokenMint.Minted minted = mint.newFamily();
        RegisterAccount.Registration.Done done =
                store.commit(new RegisterGuest(checkedName, minted.seed(), origin), origin);
        return new RegisterOutcome.Registered(new SignedIn(done.account(), done.session(), minted.tokens()));
    }

    /// Turns a guest into a member with the same id and history; its sign-ins before end.
    public RegisterOutcome upgradeGuest(UserId guest, String email, String username, String password, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checkedEmail = checks.email("email", email);
        String checkedUsername = AccountRules.username(checks, "username", username);
        AccountRules.password(checks, "password", password);
        if (!checks.passed()) {
            return new RegisterOutcome.Invalid(checks.problems());
        }
        Optional<String> hash = hasher.hash(password);
        if (hash.isEmpty()) {
            return new RegisterOutcome.Overloaded();
        }
        TokenMint.Minted minted = mint.newFamily();
        UpgradeGuest change = new UpgradeGuest(guest, checkedEmail, checkedUsername, hash.get(), minted.seed(), origin);
        return switch (store.commit(change, origin)) {
            case UpgradeGuest.Upgrade.Done done ->
                new RegisterOutcome.Registered(new SignedIn(done.account(), done.session(), minted.tokens()));
            case UpgradeGuest.Upgrade.EmailTaken _ -> new RegisterOutcome.EmailTaken();
            case UpgradeGuest.Upgrade.UsernameTaken _ -> new RegisterOutcome.UsernameTaken();
            case UpgradeGuest.Upgrade.NotAGuest _ -> new RegisterOutcome.NotAGuest();
        };
    }
}
