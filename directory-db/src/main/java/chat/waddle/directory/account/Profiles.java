package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.field.JsonObjects;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What accounts tell of themselves: everything to their owner, a projection to everybody. Thread-safe.
public final class Profiles {
    private static final int IDS_AT_ONCE = 500;

    private final DirectoryStore store;

    public Profiles(DirectoryStore store) {
        this.store = store;
    }

    /// The account as its owner sees it.
    public Optional<Account> account(UserId user) {
        return store.read(session -> session.sql(AccountSql.class).find(user));
    }

    /// True for an account that came in by a name alone.
    public boolean isGuest(UserId user) {
        return account(user)
                .filter(account -> account.accountType() == AccountType.GUEST)
                .isPresent();
    }

    /// The account as everybody sees it; empty when there is none or it was deleted.
    public Optional<PublicProfile> profile(UserId user) {
        return store.read(session -> session.sql(AccountSql.class).profile(user));
    }

    /// The account with this username, in any case of letters; empty when there is none or it was deleted.
    public Optional<UserId> idOf(String username) {
        String key = AccountRules.key(username);
        return store.read(session -> session.sql(AccountSql.class).byUsername(key))
                .map(Account::id);
    }

    /// Many accounts at once; deleted ones appear as "Deleted account", unknown ids are missing.
    public Map<UserId, PublicProfile> profiles(Collection<UserId> users) {
        Map<UserId, PublicProfile> found = new HashMap<>();
        List<Long> ids = users.stream().map(UserId::value).distinct().toList();
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
            store.read(session -> session.sql(AccountSql.class).profiles(some))
                    .forEach(profile -> found.put(profile.id(), profile));
        }
        return found;
    }

    public ProfileOutcome patch(UserId user, ProfilePatch patch, Origin origin) {
        FieldChecks checks = new FieldChecks();
        ProfilePatch checked = new ProfilePatch(
                optional(patch.firstName(), text -> checks.name("firstName", text, 100)),
                optional(patch.lastName(), text -> checks.name("lastName", text, 100)),
                given(patch.displayName(), text -> checks.name("displayName", text, AccountRules.DISPLAY_NAME_LENGTH)),
                optional(patch.avatarUrl(), text -> checks.pictureUrl("avatarUrl", text)),
                given(patch.bio(), text -> checks.prose("bio", text, 1000)),
                given(patch.locale(), text -> checks.languageTag("locale", text)),
                given(patch.timezone(), text -> checks.timezone("timezone", text)),
                given(patch.chatPreferences(), text -> JsonObjects.object(checks, "chatPreferences", text)));
        if (!checks.passed()) {
            return new ProfileOutcome.Invalid(checks.problems());
        }
        return store.commit(new PatchProfile(user, checked), origin);
    }

    private static @Nullable String given(@Nullable String value, UnaryOperator<String> check) {
        return value == null ? null : check.apply(value);
    }

    private static @Nullable String optional(@Nullable String value, UnaryOperator<String> check) {
        return value == null || value.isEmpty() ? value : check.apply(value);
    }
}
