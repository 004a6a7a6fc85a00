package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final String SETTINGS = "/users/me/settings";

    private final AccountServer server;
    private final String ada;

    SettingsTest(@TempDir Path folder) {
        server = new AccountServer(folder);
        ada = server.member("ada").text("accessToken");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoNeverSetAnythingHasTheDefaults() {
        assertThat(server.get(SETTINGS, ada).expect(200).text()).isEqualTo("""
                {"version":0,"notificationsEnabled":true,"notificationSound":"default","theme":"auto",\
                "compactMode":false,"developerMode":false,"settings":{},"quietHours":null}""");
        server.get(SETTINGS, NOBODY).expect(401, "not_signed_in");
    }

    @Test
    void aChangeKeepsTheRestAndCountsUp() {
        server.patch(SETTINGS, ada, "{\"theme\": \"dark\", \"settings\": {\"font\": {\"size\": 3}}}")
                .expect(200);
        Answer after = server.patch(SETTINGS, ada, "{\"compactMode\": true, \"settings\": {\"zoom\": 2}}")
                .expect(200);
        assertThat(after.text()).isEqualTo("""
                {"version":2,"notificationsEnabled":true,"notificationSound":"default","theme":"dark",\
                "compactMode":true,"developerMode":false,"settings":{"font":{"size":3},"zoom":2},"quietHours":null}""");
        assertThat(server.get(SETTINGS, ada).body()).isEqualTo(after.body());
    }

    @Test
    void theSlowerOfTwoDevicesIsToldToReadAgain() {
        server.patch(SETTINGS, ada, "{\"expectedVersion\": 0, \"theme\": \"dark\"}")
                .expect(200);
        server.patch(SETTINGS, ada, "{\"expectedVersion\": 0, \"theme\": \"light\"}")
                .expect(409, "settings_changed");
        assertThat(server.get(SETTINGS, ada).text("theme")).isEqualTo("dark");
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() {
        Answer refused = server.patch(SETTINGS, ada, """
                {"theme": "pink", "notificationSound": "", "settings": []}
                """).expect(422, "invalid");
        assertThat(refused.fieldErrors())
                .containsExactlyInAnyOrder(
                        "theme:invalid_value", "notificationSound:too_short", "settings:invalid_json");
        server.patch(SETTINGS, ada, "{\"version\": 7}").expect(400, "unknown_field");
    }

    @Test
    void quietHoursAreSetKeptAndTakenBack() {
        String night = "{\"from\":\"22:30\",\"until\":\"07:05\",\"timeZone\":\"Europe/Berlin\"}";
        server.patch(SETTINGS, ada, "{\"quietHours\": " + night + "}").expect(200);
        server.patch(SETTINGS, ada, "{\"theme\": \"dark\"}").expect(200);
        assertThat(server.get(SETTINGS, ada).body().path("quietHours")).hasToString(night);
        server.patch(SETTINGS, ada, "{\"quietHours\": null}").expect(200);
        assertThat(server.get(SETTINGS, ada).body().path("quietHours").isNull()).isTrue();
    }

    @Test
    void quietHoursThatCannotBeAreRefused() {
        String hours = "{\"quietHours\": {\"from\": \"%s\", \"until\": \"%s\", \"timeZone\": \"%s\"}}";
        assertThat(server.patch(SETTINGS, ada, hours.formatted("24:00", "7:00", "UTC"))
                        .expect(422)
                        .fieldErrors())
                .containsExactlyInAnyOrder("quietHours.from:invalid_time", "quietHours.until:invalid_time");
        assertThat(server.patch(SETTINGS, ada, hours.formatted("07:00", "07:00", "Mars/Olympus"))
                        .expect(422)
                        .fieldErrors())
                .containsExactlyInAnyOrder("quietHours.until:invalid_value", "quietHours.timeZone:invalid_timezone");
        server.patch(SETTINGS, ada, "{\"quietHours\": {\"from\": \"07:00\"}}").expect(400);
        server.patch(SETTINGS, ada, "{\"quietHours\": 7}").expect(400);
        assertThat(server.get(SETTINGS, ada).body().path("version").asLong()).isZero();
    }

    @Test
    void allSettingsTogetherHaveALimit() {
        String half = "{\"settings\": {\"%s\": \"" + "x".repeat(9_000) + "\"}}";
        server.patch(SETTINGS, ada, half.formatted("one")).expect(200);
        assertThat(server.patch(SETTINGS, ada, half.formatted("two"))
                        .expect(422)
                        .fieldErrors())
                .containsExactly("settings:too_long");
    }

    @Test
    void everyAccountHasItsOwn() {
        server.patch(SETTINGS, ada, "{\"theme\": \"dark\"}").expect(200);
        String eve = server.member("eve").text("accessToken");
        assertThat(server.get(SETTINGS, eve).text("theme")).isEqualTo("auto");
    }
}
