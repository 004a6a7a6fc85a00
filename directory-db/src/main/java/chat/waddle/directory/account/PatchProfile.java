package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldProblem;
import chat.waddle.directory.field.JsonObjects;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.List;

/// Changes parts of an account's own profile.
record PatchProfile(UserId user, ProfilePatch patch) implements Change<ProfileOutcome> {
    @Override
    public Applied<ProfileOutcome> apply(Applying applying) {
        AccountSql accounts = applying.sql(AccountSql.class);
        if (accounts.find(user).isEmpty()) {
            return Applied.unchanged(new ProfileOutcome.Missing());
        }
        ProfileSql sql = applying.sql(ProfileSql.class);
        String preferences = patch.chatPreferences();
        if (preferences != null && sql.preferencesLengthAfter(user, preferences) > JsonObjects.LENGTH_LIMIT) {
            return Applied.unchanged(new ProfileOutcome.Invalid(List.of(
                    new FieldProblem("chatPreferences", "too_long", "All preferences together are too long."))));
        }
        sql.patch(
                user,
                patch.firstName(),
                patch.lastName(),
                patch.displayName(),
                patch.avatarUrl(),
                patch.bio(),
                patch.locale(),
                patch.timezone(),
                preferences,
                applying.now());
        return Applied.changed(new ProfileOutcome.Changed(accounts.find(user).orElseThrow()), 0, user.value());
    }
}
