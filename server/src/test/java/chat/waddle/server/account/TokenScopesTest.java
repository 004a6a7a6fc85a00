package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static chat.waddle.server.account.AccountServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.session.ApiTokens;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenScopesTest {
    private static final String TOKENS = "/users/me/tokens";

    private final AccountServer server;
    private final String ada;

    TokenScopesTest(@TempDir Path folder) {
        server = new AccountServer(folder);
        ada = server.member("ada").text("accessToken");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSecretIsShownOnce() {
        Answer made = make(ada, "\"write\", \"read\"").expect(201);
        assertThat(made.fields()).containsExactly("id", "name", "scopes", "createdAt", "expiresAt", "token");
        assertThat(made.body().path("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
        Answer list = server.get(TOKENS, ada).expect(200);
        assertThat(Answer.fields(list.body().path("items").path(0)))
                .containsExactly("id", "name", "scopes", "createdAt", "expiresAt");
        assertThat(list.text()).doesNotContain(made.text("token"));
    }

    @Test
    void aTokenForReadingReadsAndDoesNotWrite() {
        String reader = make(ada, "\"read\"").text("token");
        server.get("/users/me", reader).expect(200);
        server.patch("/users/me", reader, "{\"bio\": \"x\"}").expect(403, "missing_scope");
        server.patch("/users/me/settings", reader, "{\"theme\": \"dark\"}").expect(403, "missing_scope");
    }

    @Test
    void aTokenForWritingWritesAndDoesNotRead() {
        String writer = make(ada, "\"write\"").text("token");
        server.patch("/users/me", writer, "{\"bio\": \"x\"}").expect(200);
        server.get("/users/me", writer).expect(403, "missing_scope");
    }

    @Test
    void theScopeOfOperatorsIsOfNoUseToOthers() {
        String token = make(ada, "\"read\", \"write\", \"admin\"").text("token");
        server.get("/admin/audit-log", token).expect(403, "operators_only");
        server.get("/admin/audit-log", ada).expect(403, "operators_only");
    }

    @Test
    void anOperatorsTokenNeedsTheScopeOfOperators() {
        String operator = server.operator("root_op").text("accessToken");
        String plain = make(operator, "\"read\", \"write\"").text("token");
        String admin = make(operator, "\"admin\"").text("token");
        server.get("/admin/audit-log", plain).expect(403, "missing_scope");
        server.get("/admin/audit-log", admin).expect(200);
        server.get("/users/me", admin).expect(403, "missing_scope");
    }

    @Test
    void noTokenReachesTheKeysOfItsAccount() {
        String token = make(ada, "\"read\", \"write\", \"admin\"").text("token");
        String id =
                server.get(TOKENS, ada).body().path("items").path(0).path("id").asText();
        make(token, "\"read\"").expect(403, "sign_in_required");
        server.get(TOKENS, token).expect(403, "sign_in_required");
        server.delete(TOKENS + "/" + id, token, null).expect(403, "sign_in_required");
        server.get("/auth/sessions", token).expect(403, "sign_in_required");
        server.delete("/auth/sessions", token, null).expect(403, "sign_in_required");
        server.delete("/auth/sessions/1", token, null).expect(403, "sign_in_required");
        server.post("/auth/logout", token, null).expect(403, "sign_in_required");
        server.put("/users/me/password", token, "{\"currentPassword\": \"a\", \"newPassword\": \"b\"}")
                .expect(403, "sign_in_required");
        server.delete("/users/me", token, "{\"password\": \"" + PASSWORD + "\"}")
                .expect(403, "sign_in_required");
        server.post("/users/me/upgrade", token, "{}").expect(403, "sign_in_required");
        server.get("/users/me", ada).expect(200);
    }

    @Test
    void aTokenForEverythingFromTheCommandLineMayAllTheAccountMay() {
        UserId user = new UserId(server.get("/users/me", ada).body().path("id").asLong());
        ApiTokens.CreateOutcome made =
                server.directory().apiTokens().create(user, "cli", Set.of("*"), null, Origin.system());
        assertThat(made).isInstanceOf(ApiTokens.CreateOutcome.Created.class);
        String token = ((ApiTokens.CreateOutcome.Created) made).token();
        server.get(TOKENS, token).expect(200);
        server.patch("/users/me", token, "{\"bio\": \"x\"}").expect(200);
        server.get("/admin/audit-log", token).expect(403, "operators_only");
    }

    @Test
    void aScopeOfUnknownNameGivesNothing() {
        server.get("/users/me", server.tokenWithoutScope("eve")).expect(403, "missing_scope");
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        Answer made = make(ada, "\"read\"");
        server.get("/users/me", made.text("token")).expect(200);
        server.delete(TOKENS + "/" + made.text("id"), ada, null).expect(204);
        server.get("/users/me", made.text("token")).expect(401, "invalid_token");
        server.delete(TOKENS + "/" + made.text("id"), ada, null).expect(404, "no_such_token");
        assertThat(server.get(TOKENS, ada).body().path("items")).isEmpty();
    }

    @Test
    void nobodyRevokesAnothersToken() {
        Answer made = make(ada, "\"read\"");
        String eve = server.member("eve").text("accessToken");
        server.delete(TOKENS + "/" + made.text("id"), eve, null).expect(404, "no_such_token");
        server.get("/users/me", made.text("token")).expect(200);
    }

    @Test
    void aTokenEndsWhenItWasToldTo() {
        Answer made = server.post(TOKENS, ada, """
                {"name": "x", "scopes": ["read"], "expiresAt": "%s"}
                """.formatted(server.now().plusSeconds(60)))
                .expect(201);
        assertThat(made.text("expiresAt")).isEqualTo("2026-11-20T08:01:00.000Z");
        server.get("/users/me", made.text("token")).expect(200);
        server.pass(Duration.ofSeconds(60));
        server.get("/users/me", made.text("token")).expect(401, "invalid_token");
    }

    @Test
    void everyBrokenRuleIsToldAtOnce() {
        Answer refused = server.post(TOKENS, ada, """
                {"name": "", "scopes": ["*", "messages.read"], "expiresAt": "2026-11-20T08:00:00Z"}
                """).expect(422, "invalid");
        assertThat(refused.fieldErrors())
                .containsExactly("name:too_short", "scopes:unknown_scope", "expiresAt:in_the_past");
        assertThat(make(ada, "").expect(422).fieldErrors()).containsExactly("scopes:too_short");
        server.post(TOKENS, ada, "{\"name\": \"x\", \"scopes\": [null]}").expect(422);
    }

    @Test
    void aTimeThatNoClockReachesIsRefused() {
        Answer refused = server.post(TOKENS, ada, """
                {"name": "x", "scopes": ["read"], "expiresAt": "+999999999-12-31T23:59:59Z"}
                """).expect(422);
        assertThat(refused.fieldErrors()).containsExactly("expiresAt:invalid_value");
        server.post(TOKENS, ada, """
                {"name": "x", "scopes": ["read"], "expiresAt": "9999-12-31T23:59:59Z"}
                """).expect(201);
    }

    @Test
    void anAccountHasAtMostFiftyTokens() {
        for (int count = 0; count < 50; count++) {
            make(ada, "\"read\"").expect(201);
        }
        make(ada, "\"read\"").expect(409, "too_many_tokens");
    }

    @Test
    void onlyASignedInPersonMakesTokens() {
        make(NOBODY, "\"read\"").expect(401, "not_signed_in");
    }

    private Answer make(String caller, String scopes) {
        return server.post(TOKENS, caller, "{\"name\": \"cron\", \"scopes\": [" + scopes + "]}");
    }
}
