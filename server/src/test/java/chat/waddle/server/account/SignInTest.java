package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static chat.waddle.server.account.AccountServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    private final AccountServer server;

    SignInTest(@TempDir Path folder) {
        server = new AccountServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theRightPasswordSignsIn() {
        Answer registered = server.member("ada");
        Answer answer = server.login("ada", PASSWORD).expect(200);
        assertThat(answer.fields()).containsExactly("user", "accessToken", "refreshToken", "expiresInSeconds");
        assertThat(answer.body().path("user").path("id"))
                .isEqualTo(registered.body().path("user").path("id"));
        assertThat(answer.text("accessToken")).isNotEqualTo(registered.text("accessToken"));
        server.get("/users/me", answer.text("accessToken")).expect(200);
    }

    @Test
    void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() {
        server.member("ada");
        Answer wrong = server.login("ada", "Wrong-horse-7").expect(401, "invalid_credentials");
        Answer unknown = server.login("eve", "Wrong-horse-7").expect(401, "invalid_credentials");
        assertThat(unknown.text("detail")).isEqualTo(wrong.text("detail"));
        assertThat(unknown.fields()).isEqualTo(wrong.fields());
    }

    @Test
    void anOverlongPasswordIsRefusedForKnownAndUnknownAlike() {
        server.member("ada");
        String overlong = "Aa1" + "x".repeat(398);
        assertThat(server.login("ada", overlong).expect(422).fieldErrors()).containsExactly("password:too_long");
        assertThat(server.login("eve", overlong).expect(422).fieldErrors()).containsExactly("password:too_long");
    }

    @Test
    void aSuspendedAccountIsToldOnlyWithTheRightPassword() {
        Answer ada = server.member("ada");
        server.directory().operators().suspend(userId(ada), "spam", Origin.system());
        server.get("/users/me", ada.text("accessToken")).expect(401, "invalid_token");
        server.login("ada", PASSWORD).expect(403, "account_suspended");
        server.login("ada", "Wrong-horse-7").expect(401, "invalid_credentials");
        server.directory().operators().reinstate(userId(ada), "appeal", Origin.system());
        server.login("ada", PASSWORD).expect(200);
    }

    @Test
    void aBannedAccountIsOutAtOnceUntilTheBanEnds() {
        Answer ada = server.member("ada");
        String token = server.post(
                        "/users/me/tokens", ada.text("accessToken"), "{\"name\": \"x\", \"scopes\": [\"read\"]}")
                .expect(201)
                .text("token");
        server.get("/users/me", token).expect(200);
        server.directory().globalBans().ban(userId(ada), "spam", server.now().plusSeconds(60), Origin.system());
        server.get("/users/me", ada.text("accessToken")).expect(401, "invalid_token");
        server.get("/users/me", token).expect(401, "invalid_token");
        refresh(ada.text("refreshToken")).expect(401, "invalid_refresh_token");
        server.login("ada", PASSWORD).expect(403, "account_banned");
        server.login("ada", "Wrong-horse-7").expect(401, "invalid_credentials");
        server.pass(Duration.ofSeconds(60));
        server.login("ada", PASSWORD).expect(200);
    }

    @Test
    void anAccessTokenLivesAQuarterOfAnHour() {
        Answer ada = server.member("ada");
        server.pass(Duration.ofSeconds(899));
        server.get("/users/me", ada.text("accessToken")).expect(200);
        server.pass(Duration.ofSeconds(1));
        server.get("/users/me", ada.text("accessToken")).expect(401, "invalid_token");
    }

    @Test
    void aRefreshReplacesBothTokens() {
        Answer ada = server.member("ada");
        Answer next = refresh(ada.text("refreshToken")).expect(200);
        assertThat(next.fields()).containsExactly("accessToken", "refreshToken", "expiresInSeconds");
        server.get("/users/me", next.text("accessToken")).expect(200);
        server.get("/users/me", ada.text("accessToken")).expect(401, "invalid_token");
        refresh(next.text("refreshToken")).expect(200);
    }

    @Test
    void aClientThatMissedTheAnswerGetsItAgain() {
        Answer ada = server.member("ada");
        Answer first = refresh(ada.text("refreshToken")).expect(200);
        server.pass(Duration.ofSeconds(5));
        assertThat(refresh(ada.text("refreshToken")).expect(200).body()).isEqualTo(first.body());
    }

    @Test
    void aRefreshTokenUsedAgainLaterEndsTheSignIn() {
        Answer ada = server.member("ada");
        Answer other = server.login("ada", PASSWORD);
        Answer next = refresh(ada.text("refreshToken")).expect(200);
        server.pass(Duration.ofSeconds(11));
        refresh(ada.text("refreshToken")).expect(401, "refresh_token_reused");
        server.get("/users/me", next.text("accessToken")).expect(401, "invalid_token");
        refresh(next.text("refreshToken")).expect(401, "invalid_refresh_token");
        server.get("/users/me", other.text("accessToken")).expect(200);
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        Answer ada = server.member("ada");
        refresh("").expect(401, "invalid_refresh_token");
        refresh(ada.text("accessToken")).expect(401, "invalid_refresh_token");
        refresh("wr_" + "x".repeat(86)).expect(401, "invalid_refresh_token");
        refresh("x".repeat(10_000)).expect(401, "invalid_refresh_token");
        server.get("/users/me", ada.text("refreshToken")).expect(401, "invalid_token");
    }

    @Test
    void loggingOutEndsTheSignInAtOnceAndNoOther() {
        Answer ada = server.member("ada");
        Answer other = server.login("ada", PASSWORD);
        server.post("/auth/logout", ada.text("accessToken"), null).expect(204);
        server.get("/users/me", ada.text("accessToken")).expect(401, "invalid_token");
        refresh(ada.text("refreshToken")).expect(401, "invalid_refresh_token");
        server.get("/users/me", other.text("accessToken")).expect(200);
        server.post("/auth/logout", NOBODY, null).expect(401, "not_signed_in");
    }

    @Test
    void aSetupLinkSetsThePasswordOnce() {
        String link = server.operatorLink("root_op");
        String form = "{\"token\": \"" + link + "\", \"password\": \"" + PASSWORD + "\"}";
        assertThat(server.post("/auth/setup", NOBODY, form.replace(PASSWORD, "weak"))
                        .expect(422)
                        .fieldErrors())
                .contains("password:too_short");
        Answer operator = server.post("/auth/setup", NOBODY, form).expect(200);
        assertThat(operator.body().path("user").path("accountType").asText()).isEqualTo("operator");
        server.get("/users/me", operator.text("accessToken")).expect(200);
        server.login("root_op", PASSWORD).expect(200);
        server.post("/auth/setup", NOBODY, form).expect(401, "invalid_setup_token");
        server.post("/auth/setup", NOBODY, form.replace(link, "ws_made_up")).expect(401, "invalid_setup_token");
    }

    @Test
    void aResetLinkEndsAllSignInsBefore() {
        Answer ada = server.member("ada");
        String link = server.directory()
                .passwords()
                .resetLink(userId(ada), Origin.system())
                .orElseThrow()
                .token();
        String form = "{\"token\": \"" + link + "\", \"password\": \"New-horse-8\"}";
        Answer again = server.post("/auth/setup", NOBODY, form).expect(200);
        server.get("/users/me", ada.text("accessToken")).expect(401, "invalid_token");
        server.get("/users/me", again.text("accessToken")).expect(200);
        server.login("ada", PASSWORD).expect(401, "invalid_credentials");
        server.login("ada", "New-horse-8").expect(200);
    }

    @Test
    void aResetLinkDiesAfterADay() {
        Answer ada = server.member("ada");
        String link = server.directory()
                .passwords()
                .resetLink(userId(ada), Origin.system())
                .orElseThrow()
                .token();
        server.pass(Duration.ofHours(24).plusMillis(1));
        String form = "{\"token\": \"" + link + "\", \"password\": \"New-horse-8\"}";
        server.post("/auth/setup", NOBODY, form).expect(401, "invalid_setup_token");
        server.login("ada", PASSWORD).expect(200);
    }

    private Answer refresh(String token) {
        return server.post("/auth/refresh", NOBODY, "{\"refreshToken\": \"" + token + "\"}");
    }

    private static UserId userId(Answer signedIn) {
        return new UserId(signedIn.body().path("user").path("id").asLong());
    }
}
