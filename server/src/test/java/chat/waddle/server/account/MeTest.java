package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static chat.waddle.server.account.AccountServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.ReserveOutcome;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeTest {
    private final AccountServer server;
    private final String ada;

    MeTest(@TempDir Path folder) {
        server = new AccountServer(folder);
        ada = server.member("ada").text("accessToken");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theOwnerSeesTheWholeAccount() {
        Answer me = server.get("/users/me", ada).expect(200);
        assertThat(me.fields())
                .containsExactly(
                        "id",
                        "email",
                        "username",
                        "firstName",
                        "lastName",
                        "displayName",
                        "avatarUrl",
                        "bio",
                        "isAnonymous",
                        "isEmailVerified",
                        "locale",
                        "timezone",
                        "accountType",
                        "accountStatus",
                        "chatPreferences",
                        "lastSeenAt",
                        "createdAt",
                        "updatedAt");
        assertThat(me.text("createdAt")).isEqualTo("2026-11-20T08:00:00.000Z");
        server.get("/users/me", NOBODY).expect(401, "not_signed_in");
    }

    @Test
    void aPatchChangesWhatItNamesAndKeepsTheRest() {
        Answer before = server.get("/users/me", ada);
        Answer after = server.patch("/users/me", ada, """
                {"firstName": "Ada", "bio": "Counts.", "avatarUrl": "https://example.org/a.png",
                 "locale": "pt-br", "timezone": "Europe/Lisbon", "chatPreferences": {"a": 1, "b": {"c": true}}}
                """).expect(200);
        assertThat(after.text("firstName")).isEqualTo("Ada");
        assertThat(after.text("locale")).isEqualTo("pt-BR");
        assertThat(after.text("displayName")).isEqualTo(before.text("displayName"));
        assertThat(after.text("email")).isEqualTo(before.text("email"));
        Answer merged = server.patch("/users/me", ada, "{\"chatPreferences\": {\"a\": null}}");
        assertThat(merged.expect(200).body().path("chatPreferences").toString()).isEqualTo("{\"b\":{\"c\":true}}");
        assertThat(server.get("/users/me", ada).body()).isEqualTo(merged.body());
    }

    @Test
    void nullClearsWhatMayBeMissingAndNothingElse() {
        server.patch("/users/me", ada, "{\"firstName\": \"Ada\", \"bio\": \"x\"}")
                .expect(200);
        Answer cleared = server.patch("/users/me", ada, "{\"firstName\": null, \"bio\": null}")
                .expect(200);
        assertThat(cleared.body().path("firstName").isNull()).isTrue();
        assertThat(cleared.text("bio")).isIn("", "null");
        Answer refused = server.patch("/users/me", ada, """
                {"displayName": null, "locale": null, "timezone": null, "chatPreferences": null}
                """).expect(422, "invalid");
        assertThat(refused.fieldErrors())
                .containsExactly(
                        "displayName:required", "locale:required", "timezone:required", "chatPreferences:required");
    }

    @Test
    void everyBrokenRuleOfAPatchIsToldAtOnceAndNothingChanges() {
        Answer before = server.get("/users/me", ada);
        Answer refused =
                server.patch("/users/me", ada, """
                {"firstName": "%s", "displayName": "\\u202eada", "avatarUrl": "javascript:alert(1)",
                 "locale": "not a locale", "timezone": "Mars/North", "chatPreferences": []}
                """.formatted("x".repeat(101))).expect(422, "invalid");
        assertThat(refused.fieldErrors())
                .containsExactly(
                        "firstName:too_long",
                        "displayName:invalid_text",
                        "avatarUrl:invalid_url",
                        "locale:invalid_locale",
                        "timezone:invalid_timezone",
                        "chatPreferences:invalid_json");
        assertThat(server.get("/users/me", ada).body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "email",
                "username",
                "accountType",
                "accountStatus",
                "isEmailVerified",
                "isAnonymous",
                "createdAt",
                "passwordHash",
                "operator"
            })
    void nobodyChangesWhatIsNotTheirsToChange(String field) {
        Answer before = server.get("/users/me", ada);
        server.patch("/users/me", ada, "{\"bio\": \"x\", \"" + field + "\": \"operator\"}")
                .expect(400, "unknown_field");
        assertThat(server.get("/users/me", ada).body()).isEqualTo(before.body());
    }

    @Test
    void aNewPasswordEndsAllOtherSignIns() {
        String other = server.login("ada", PASSWORD).text("accessToken");
        server.put("/users/me/password", ada, change(PASSWORD, "New-horse-8")).expect(204);
        server.get("/users/me", ada).expect(200);
        server.get("/users/me", other).expect(401, "invalid_token");
        server.login("ada", PASSWORD).expect(401, "invalid_credentials");
        server.login("ada", "New-horse-8").expect(200);
    }

    @Test
    void theCurrentPasswordIsNeededForANewOne() {
        server.put("/users/me/password", ada, change("Wrong-horse-7", "New-horse-8"))
                .expect(403, "password_wrong");
        assertThat(server.put("/users/me/password", ada, change(PASSWORD, "weak"))
                        .expect(422)
                        .fieldErrors())
                .contains("newPassword:too_short", "newPassword:needs_digit");
        server.put("/users/me/password", NOBODY, change(PASSWORD, "New-horse-8"))
                .expect(401, "not_signed_in");
        server.login("ada", PASSWORD).expect(200);
    }

    @Test
    void aDeletedAccountIsGoneAtOnceAndItsNameIsFree() {
        String other = server.login("ada", PASSWORD).text("accessToken");
        String id = server.get("/users/me", ada).text("id");
        server.delete("/users/me", ada, "{\"password\": \"Wrong-horse-7\"}").expect(403, "password_wrong");
        server.delete("/users/me", ada, "{}").expect(403, "password_wrong");
        server.get("/users/" + id, ada).expect(200);
        server.delete("/users/me", ada, "{\"password\": \"" + PASSWORD + "\"}").expect(204);
        server.get("/users/me", ada).expect(401, "invalid_token");
        server.get("/users/me", other).expect(401, "invalid_token");
        server.login("ada", PASSWORD).expect(401, "invalid_credentials");
        String again = server.member("ada").text("accessToken");
        server.get("/users/" + id, again).expect(404, "no_such_user");
    }

    @Test
    void aGuestDeletesItselfWithoutAPassword() {
        String guest =
                server.post("/auth/guest", NOBODY, "{\"displayName\": \"Zoë\"}").text("accessToken");
        server.delete("/users/me", guest, "{}").expect(204);
        server.get("/users/me", guest).expect(401, "invalid_token");
    }

    @Test
    void whoOwnsAWaddleStays() {
        UserId owner = new UserId(server.get("/users/me", ada).body().path("id").asLong());
        ReserveOutcome reserved =
                server.directory().waddles().reserve("pond", "Pond", "", true, owner, Origin.system());
        assertThat(reserved).isInstanceOf(ReserveOutcome.Reserved.class);
        server.delete("/users/me", ada, "{\"password\": \"" + PASSWORD + "\"}").expect(409, "owns_waddles");
        server.get("/users/me", ada).expect(200);
    }

    private static String change(String current, String wanted) {
        return "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(current, wanted);
    }
}
