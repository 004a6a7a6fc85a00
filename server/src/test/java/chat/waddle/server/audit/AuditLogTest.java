package chat.waddle.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.account.AccountServer;
import chat.waddle.server.account.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private final AccountServer server;
    private final String operator;

    AuditLogTest(@TempDir Path folder) {
        server = new AccountServer(folder);
        operator = server.operator("root_op").text("accessToken");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theLogTellsWhoDidWhatNewestFirst() {
        Answer ada = server.member("ada");
        String id = ada.body().path("user").path("id").asText();
        Answer log = server.get("/admin/audit-log", operator).expect(200);
        JsonNode newest = log.body().path("items").path(0);
        assertThat(newest.path("action").asText()).isEqualTo("account.registered");
        assertThat(newest.path("actorId").asText()).isEqualTo(id);
        assertThat(newest.path("resourceId").asText()).isEqualTo(id);
        assertThat(newest.path("userAgent").asText()).isEqualTo("waddle-test");
        assertThat(newest.path("network").asText()).matches("[0-9a-f]{32}");
        assertThat(newest.path("requestId").asText())
                .isEqualTo(ada.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void theLogHoldsNoSecretNoAddressAndNoMail() {
        Answer ada = server.member("ada");
        server.post("/auth/logout", ada.text("accessToken"), null).expect(204);
        String log = server.get("/admin/audit-log", operator).expect(200).text();
        assertThat(log)
                .contains("session.logout")
                .doesNotContain("127.0.0.1", "@", "argon2", ada.text("accessToken"), ada.text("refreshToken"));
    }

    @Test
    void theLogIsFilteredByActorAndAction() {
        String ada = server.member("ada").body().path("user").path("id").asText();
        server.member("eve");
        assertThat(actions("?actor=" + ada)).containsExactly("account.registered");
        assertThat(actions("?action=account.registered")).hasSize(2);
        assertThat(actions("?action=account.registered&actor=" + ada)).hasSize(1);
        assertThat(actions("?action=account.deleted")).isEmpty();
        assertThat(actions("?waddle=1")).isEmpty();
    }

    @Test
    void thePagesFollowEachOtherWithoutGapOrRepeat() {
        for (int count = 0; count < 5; count++) {
            server.member("member" + count);
        }
        List<String> all = ids(server.get("/admin/audit-log", operator));
        List<String> paged = new ArrayList<>();
        String query = "?limit=2";
        for (Answer page = page(query); ; page = page(query)) {
            paged.addAll(ids(page));
            if (page.body().path("next").isNull()) {
                break;
            }
            query = "?limit=2&before=" + page.text("next");
        }
        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(5);
        assertThat(page("?limit=" + all.size()).body().path("next").isNull()).isTrue();
    }

    @Test
    void nonsenseIsRefused() {
        page("?limit=101", 400);
        page("?limit=0", 400);
        page("?before=x", 400);
        page("?actor=ada", 400);
        page("?action=" + "x".repeat(101), 422);
    }

    @Test
    void onlyOperatorsReadIt() {
        server.get("/admin/audit-log", "").expect(401, "not_signed_in");
        server.get("/admin/audit-log", server.member("ada").text("accessToken")).expect(403, "operators_only");
    }

    private List<String> actions(String query) {
        return page(query).body().path("items").findValuesAsText("action");
    }

    private static List<String> ids(Answer page) {
        return page.body().path("items").findValuesAsText("id");
    }

    private Answer page(String query) {
        return page(query, 200);
    }

    private Answer page(String query, int status) {
        return server.get("/admin/audit-log" + query, operator).expect(status);
    }
}
