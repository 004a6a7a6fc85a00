package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static chat.waddle.server.account.AccountServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
    private final AccountServer server;

    RegistrationTest(@TempDir Path folder) {
        server = new AccountServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoRegistersIsSignedIn() {
        Answer answer = server.member("ada");
        assertThat(answer.fields()).containsExactly("user", "accessToken", "refreshToken", "expiresInSeconds");
        assertThat(answer.body().path("expiresInSeconds").asInt()).isEqualTo(900);
        assertThat(answer.body().path("user").path("email").asText()).isEqualTo("ada@example.org");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        Answer me = server.get("/users/me", answer.text("accessToken")).expect(200);
        assertThat(me.body()).isEqualTo(answer.body().path("user"));
    }

    @Test
    void anAnswerNeverHoldsThePasswordOrItsHash() {
        Answer answer = server.member("ada");
        assertThat(answer.text())
                .doesNotContain(PASSWORD)
                .doesNotContainIgnoringCase("argon2")
                .doesNotContainIgnoringCase("hash");
    }

    @Test
    void anAddressIsTakenInAnySpelling() {
        server.member("ada");
        String again = AccountServer.registration("grace").replace("grace@example.org", "ADA@Example.org");
        server.post("/auth/register", NOBODY, again).expect(409, "email_taken");
    }

    @Test
    void aUsernameIsTakenInAnySpelling() {
        server.member("ada");
        String again = AccountServer.registration("grace").replace("\"username\": \"grace\"", "\"username\": \"ADA\"");
        server.post("/auth/register", NOBODY, again).expect(409, "username_taken");
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() {
        Answer answer = server.post("/auth/register", NOBODY, """
                {"email": "nobody", "username": "a!", "password": "short", "displayName": ""}
                """).expect(422, "invalid");
        assertThat(answer.fieldErrors())
                .contains(
                        "email:invalid_email",
                        "username:too_short",
                        "username:invalid_username",
                        "password:too_short",
                        "password:needs_upper_case",
                        "password:needs_digit",
                        "displayName:too_short");
    }

    @Test
    void everyMissingFieldIsToldAtOnce() {
        Answer answer = server.post("/auth/register", NOBODY, "{}").expect(422, "invalid");
        assertThat(answer.fieldErrors())
                .containsExactly("email:required", "username:required", "password:required", "displayName:required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\": \"1\"",
                "\"accountType\": \"operator\"",
                "\"operator\": true",
                "\"isEmailVerified\": true",
                "\"accountStatus\": \"active\"",
                "\"passwordHash\": \"x\""
            })
    void nobodyGivesThemselvesMoreThanTheForm(String extra) {
        String body = AccountServer.registration("ada").replaceFirst("\\{", "{" + extra + ", ");
        server.post("/auth/register", NOBODY, body).expect(400, "unknown_field");
        server.login("ada", PASSWORD).expect(401, "invalid_credentials");
    }

    @ParameterizedTest
    @CsvSource({"3, 201", "50, 201", "2, 422", "51, 422"})
    void aUsernameHasThreeToFiftyCharacters(int length, int status) {
        String name = "n".repeat(length);
        String body = AccountServer.registration("ada")
                .replace("\"username\": \"ada\"", "\"username\": \"%s\"")
                .formatted(name);
        server.post("/auth/register", NOBODY, body).expect(status);
    }

    @ParameterizedTest
    @CsvSource({"8, 201", "100, 201", "7, 422", "101, 422"})
    void aPasswordHasEightToAHundredCharacters(int length, int status) {
        String password = "Zx7" + "q".repeat(length - 3);
        String body = AccountServer.registration("ada").replace(PASSWORD, password);
        server.post("/auth/register", NOBODY, body).expect(status);
    }

    @Test
    void aBodyHasALimit() {
        String body = AccountServer.registration("ada").replace("Correct", "C".repeat(70_000));
        server.post("/auth/register", NOBODY, body).expect(413, "body_too_large");
    }

    @Test
    void aGuestComesInByNameAlone() {
        Answer guest =
                server.post("/auth/guest", NOBODY, "{\"displayName\": \"Zoë\"}").expect(201);
        assertThat(guest.body().path("user").path("accountType").asText()).isEqualTo("guest");
        assertThat(guest.body().path("user").path("isAnonymous").asBoolean()).isTrue();
        assertThat(guest.body().path("user").path("email").isNull()).isTrue();
        server.get("/users/me", guest.text("accessToken")).expect(200);
        server.post("/auth/guest", NOBODY, "{\"displayName\": \"\\u200b\"}").expect(422);
    }

    @Test
    void aGuestBecomesAMemberWithTheSameId() {
        Answer guest = server.post("/auth/guest", NOBODY, "{\"displayName\": \"Zoë\"}");
        String form = "{\"email\": \"zoe@example.org\", \"username\": \"zoe\", \"password\": \"" + PASSWORD + "\"}";
        Answer member = server.post("/users/me/upgrade", guest.text("accessToken"), form)
                .expect(200);
        assertThat(member.body().path("user").path("id"))
                .isEqualTo(guest.body().path("user").path("id"));
        assertThat(member.body().path("user").path("accountType").asText()).isEqualTo("member");
        server.get("/users/me", guest.text("accessToken")).expect(401, "invalid_token");
        server.login("zoe", PASSWORD).expect(200);
        server.post("/users/me/upgrade", member.text("accessToken"), form).expect(409, "not_a_guest");
        server.post("/users/me/upgrade", NOBODY, form).expect(401, "not_signed_in");
    }
}
