package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherPeopleTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void othersSeeThePublicFieldsAndNeverTheAddress() {
        try (AccountServer server = new AccountServer(folder)) {
            Answer ada = server.member("ada");
            server.patch("/users/me", ada.text("accessToken"), "{\"firstName\": \"Augusta\", \"bio\": \"Counts.\"}");
            String id = ada.body().path("user").path("id").asText();
            Answer seen = server.get("/users/" + id, server.member("eve").text("accessToken"))
                    .expect(200);
            assertThat(seen.fields())
                    .containsExactly("id", "username", "displayName", "avatarUrl", "bio", "accountType", "lastSeenAt");
            assertThat(seen.text("bio")).isEqualTo("Counts.");
            assertThat(seen.text()).doesNotContain("@", "Augusta");
        }
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        try (AccountServer server = new AccountServer(folder)) {
            String ada = server.member("ada").text("accessToken");
            server.get("/users/1", ada).expect(404, "no_such_user");
            server.get("/users/0", ada).expect(404, "no_such_user");
            server.get("/users/ada", ada).expect(400, "malformed_id");
            server.get("/users/99999999999999999999", ada).expect(400, "malformed_id");
            server.get("/users/1", NOBODY).expect(401, "not_signed_in");
        }
    }
}
