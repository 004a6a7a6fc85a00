package chat.waddle.server.account;

import chat.waddle.directory.account.ProfilePatch;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.FieldChecks;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Turns the wire's "left out, null or a value" into the directory's "null or a text, empty to clear".
final class ProfileChange {
    private static final String CLEAR = "";

    private ProfileChange() {}

    static ProfilePatch of(AccountRequests.PatchMe body) {
        FieldChecks checks = new FieldChecks();
        needed(checks, "displayName", body.displayName());
        needed(checks, "locale", body.locale());
        needed(checks, "timezone", body.timezone());
        needed(checks, "chatPreferences", body.chatPreferences());
        checks.orThrow();
        return new ProfilePatch(
                clearable(body.firstName()),
                clearable(body.lastName()),
                body.displayName().or(null),
                clearable(body.avatarUrl()),
                clearable(body.bio()),
                body.locale().or(null),
                body.timezone().or(null),
                json(body.chatPreferences()));
    }

    private static void needed(FieldChecks checks, String field, Change<?> change) {
        checks.that(!isNull(change), field, "required", "This field cannot be cleared.");
    }

    private static boolean isNull(Change<?> change) {
        return change instanceof Change.To<?>(var value) && value == null;
    }

    private static @Nullable String clearable(Change<String> change) {
        return isNull(change) ? CLEAR : change.or(null);
    }

    private static @Nullable String json(Change<JsonNode> change) {
        JsonNode object = change.or(null);
        return object == null ? null : object.toString();
    }
}
