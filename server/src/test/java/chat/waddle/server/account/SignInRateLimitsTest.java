package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static chat.waddle.server.account.AccountServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.http.HttpSettings;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.RateRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who guesses or floods is slowed down before any password is hashed.
class SignInRateLimitsTest {
    private static final RateRule TWO_A_DAY = new RateRule(2, Duration.ofDays(1));

    @TempDir
    private Path folder = Path.of("");

    private AccountServer limited(RateLimit limit) {
        return new AccountServer(folder, HttpSettings.local().withRateLimits(true, Map.of(limit, TWO_A_DAY)));
    }

    @Test
    void registrationsHaveALimit() {
        try (AccountServer server = limited(RateLimit.REGISTER)) {
            Answer first = server.member("ada");
            assertThat(first.headers().firstValue("X-RateLimit-Bucket")).contains("register");
            server.member("eve");
            Answer refused = server.post("/auth/register", NOBODY, AccountServer.registration("bob"));
            refused.expect(429, "rate_limited");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void guessesHaveALimitAndSetupLinksShareIt() {
        try (AccountServer server = limited(RateLimit.LOGIN)) {
            server.member("ada");
            server.login("ada", "Wrong-horse-7").expect(401);
            server.post("/auth/setup", NOBODY, "{\"token\": \"guess\", \"password\": \"" + PASSWORD + "\"}")
                    .expect(401);
            server.login("ada", PASSWORD).expect(429, "rate_limited");
        }
    }

    @Test
    void guessesAtOneAccountHaveALimitWhereverTheyComeFrom() {
        try (AccountServer server = limited(RateLimit.LOGIN_ACCOUNT)) {
            server.member("ada");
            server.member("eve");
            server.login("ada", "Wrong-horse-7").expect(401);
            server.login("ADA", "Wrong-horse-8").expect(401);
            server.login("ada", PASSWORD).expect(429, "rate_limited");
            server.login("eve", PASSWORD).expect(200);
        }
    }

    @Test
    void refreshesAndGuestsHaveLimitsOfTheirOwn() {
        try (AccountServer server = new AccountServer(
                folder,
                HttpSettings.local()
                        .withRateLimits(true, Map.of(RateLimit.REFRESH, TWO_A_DAY, RateLimit.GUEST, TWO_A_DAY)))) {
            for (int count = 0; count < 2; count++) {
                server.post("/auth/refresh", NOBODY, "{\"refreshToken\": \"x\"}")
                        .expect(401);
                server.post("/auth/guest", NOBODY, "{\"displayName\": \"Zoë\"}").expect(201);
            }
            server.post("/auth/refresh", NOBODY, "{\"refreshToken\": \"x\"}").expect(429);
            server.post("/auth/guest", NOBODY, "{\"displayName\": \"Zoë\"}").expect(429);
        }
    }

    @Test
    void changesOfTheAccountHaveALimitPerPerson() {
        try (AccountServer server = limited(RateLimit.ACCOUNT)) {
            String ada = server.member("ada").text("accessToken");
            server.get("/auth/sessions", ada).expect(200);
            server.get("/users/me/tokens", ada).expect(200);
            server.put("/users/me/password", ada, "{\"currentPassword\": \"a\", \"newPassword\": \"b\"}")
                    .expect(429);
            server.get("/auth/sessions", server.member("eve").text("accessToken"))
                    .expect(200);
        }
    }
}
