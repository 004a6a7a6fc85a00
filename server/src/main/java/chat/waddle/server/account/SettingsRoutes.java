package chat.waddle.server.account;

import chat.waddle.directory.settings.QuietHoursChange;
import chat.waddle.directory.settings.Settings;
import chat.waddle.directory.settings.SettingsOutcome;
import chat.waddle.directory.settings.SettingsPatch;
import chat.waddle.directory.settings.Theme;
import chat.waddle.directory.settings.UserSettings;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One's own settings, the same on all devices.
final class SettingsRoutes {
    private static final String SETTINGS = "/users/me/settings";

    private final UserSettings settings;
    private final RequestOrigins origins;

    SettingsRoutes(UserSettings settings, RequestOrigins origins) {
        this.settings = settings;
        this.origins = origins;
    }

    List<Route> routes() {
        return List.of(
                Route.get(SETTINGS, "getSettings", Access.SIGNED_IN, RateLimit.READS, this::get),
                Route.patch(
                        SETTINGS,
                        "updateSettings",
                        Access.SIGNED_IN,
                        RateLimit.WRITES,
                        Limits.JSON_BODY_BYTES,
                        this::patch));
    }

    private void get(Exchange exchange) throws IOException {
        exchange.json(200, SettingsJson.of(settings.of(exchange.caller().userId())));
    }

    private void patch(Exchange exchange) throws IOException {
        AccountRequests.PatchSettings body = exchange.body(AccountRequests.PatchSettings.class);
        Settings changed = switch (settings.patch(exchange.caller().userId(), change(body), origins.of(exchange))) {
            case SettingsOutcome.Changed done -> done.settings();
            case SettingsOutcome.Conflict conflict ->
                throw new Problem.Conflict(
                                "settings_changed",
                                "The settings are at version "
                                        + conflict.settings().version() + " by now; read them again.")
                        .asException();
            case SettingsOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case SettingsOutcome.Missing _ -> throw DirectoryProblems.accountGone();
        };
        exchange.json(200, SettingsJson.of(changed));
    }

    private static SettingsPatch change(AccountRequests.PatchSettings body) {
        FieldChecks checks = new FieldChecks().text("notificationSound", body.notificationSound(), Limits.SOUND_NAME);
        Theme theme = theme(checks, body.theme());
        QuietHoursChange quiet = quietHours(checks, body.quietHours());
        JsonNode more = body.settings();
        checks.that(more == null || more.isNull() || more.isObject(), "settings", "invalid_json", "Must be an object.")
                .orThrow();
        return new SettingsPatch(
                body.expectedVersion(),
                body.notificationsEnabled(),
                body.notificationSound(),
                theme,
                body.compactMode(),
                body.developerMode(),
                more == null || more.isNull() ? null : more.toString(),
                quiet);
    }

    private static @Nullable QuietHoursChange quietHours(FieldChecks checks, Change<QuietHoursJson> change) {
        return switch (change) {
            case Change.Keep<QuietHoursJson> _ -> null;
            case Change.To<QuietHoursJson>(var given) ->
                new QuietHoursChange(given == null ? null : given.hours(checks));
        };
    }

    private static @Nullable Theme theme(FieldChecks checks, @Nullable String name) {
        if (name == null) {
            return null;
        }
        for (Theme theme : Theme.values()) {
            if (theme.name().toLowerCase(Locale.ROOT).equals(name)) {
                return theme;
            }
        }
        checks.that(false, "theme", "invalid_value", "Must be auto, light or dark.");
        return null;
    }
}
