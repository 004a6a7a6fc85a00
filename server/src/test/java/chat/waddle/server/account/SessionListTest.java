package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static chat.waddle.server.account.AccountServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionListTest {
    private final AccountServer server;

    SessionListTest(@TempDir Path folder) {
        server = new AccountServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theListShowsEverySignInAndMarksTheOneThatAsks() {
        String here = server.member("ada").text("accessToken");
        server.login("ada", PASSWORD);
        Answer list = server.get("/auth/sessions", here).expect(200);
        JsonNode items = list.body().path("items");
        assertThat(items).hasSize(2);
        assertThat(Answer.fields(items.path(0)))
                .containsExactly("id", "userAgent", "createdAt", "lastUsedAt", "expiresAt", "isCurrent");
        assertThat(items.findValuesAsText("isCurrent")).containsExactly("false", "true");
        assertThat(items.findValuesAsText("userAgent")).containsOnly("waddle-test");
        assertThat(list.text()).doesNotContain("127.0.0.1").doesNotContain(here);
    }

    @Test
    void aRevokedSignInIsRefusedAtOnce() {
        String here = server.member("ada").text("accessToken");
        String there = server.login("ada", PASSWORD).text("accessToken");
        server.get("/users/me", there).expect(200);
        String id = server.get("/auth/sessions", there)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("isCurrent").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        server.delete("/auth/sessions/" + id, here, null).expect(204);
        server.get("/users/me", there).expect(401, "invalid_token");
        server.get("/users/me", here).expect(200);
        server.delete("/auth/sessions/" + id, here, null).expect(404, "no_such_session");
    }

    @Test
    void nobodyEndsAnothersSignIn() {
        Answer ada = server.member("ada");
        Answer eve = server.member("eve");
        String id = server.get("/auth/sessions", ada.text("accessToken"))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        server.delete("/auth/sessions/" + id, eve.text("accessToken"), null).expect(404, "no_such_session");
        server.get("/users/me", ada.text("accessToken")).expect(200);
    }

    @Test
    void allOthersEndTogether() {
        String here = server.member("ada").text("accessToken");
        String one = server.login("ada", PASSWORD).text("accessToken");
        String other = server.login("ada", PASSWORD).text("accessToken");
        server.delete("/auth/sessions", here, null).expect(204);
        server.get("/users/me", one).expect(401, "invalid_token");
        server.get("/users/me", other).expect(401, "invalid_token");
        assertThat(server.get("/auth/sessions", here).expect(200).body().path("items"))
                .hasSize(1);
    }

    @Test
    void onlyASignedInPersonSeesTheList() {
        server.get("/auth/sessions", NOBODY).expect(401, "not_signed_in");
        server.delete("/auth/sessions/1", NOBODY, null).expect(401, "not_signed_in");
        server.delete("/auth/sessions", NOBODY, null).expect(401, "not_signed_in");
        server.delete("/auth/sessions/x", server.member("ada").text("accessToken"), null)
                .expect(400, "malformed_id");
    }
}
