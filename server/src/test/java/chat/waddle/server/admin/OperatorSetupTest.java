package chat.waddle.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.account.Operators;
import chat.waddle.directory.account.SetupLink;
import chat.waddle.server.CommunityServer;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The operator of a new server.
@Timeout(60)
class OperatorSetupTest {
    @Test
    void aNewServerGetsOneOperatorWhoseLinkWorksOnce(@TempDir Path folder) {
        try (CommunityServer server = new CommunityServer(folder)) {
            Operators operators = server.application().stores().directory().operators();
            SetupLink link = OperatorSetup.firstOperator(operators).orElseThrow();
            assertThat(OperatorSetup.firstOperator(operators)).isEmpty();
            assertThat(operators.list()).hasSize(1);
            String body = "{\"token\": \"" + link.token() + "\", \"password\": \"Correct-horse-7\"}";
            String token = server.post(CommunityServer.NOBODY, "/auth/setup", body)
                    .expect(200)
                    .text("accessToken");
            server.get(new CommunityServer.Person("operator", "0", token), "/admin/shards")
                    .expect(200);
            assertThat(server.post(CommunityServer.NOBODY, "/auth/setup", body).status())
                    .isNotEqualTo(200);
        }
    }

    @Test
    void theLinesTellHowToUseTheLink(@TempDir Path folder) {
        try (CommunityServer server = new CommunityServer(folder)) {
            SetupLink link = OperatorSetup.firstOperator(
                            server.application().stores().directory().operators())
                    .orElseThrow();
            assertThat(String.join("\n", OperatorSetup.lines("ada", link, URI.create("https://chat.example.org/"))))
                    .contains("https://chat.example.org/api/v1/auth/setup", link.token());
        }
    }
}
