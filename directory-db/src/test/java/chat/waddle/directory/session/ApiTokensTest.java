package chat.waddle.directory.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.account.SignedIn;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.store.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApiTokensTest {
    private static final Origin SYSTEM = Origin.system();

    @TempDir
    private Path folder;

    private DirectoryFixture fixture;
    private SignedIn ada;

    @BeforeEach
    void open() {
        fixture = new DirectoryFixture(folder);
        ada = fixture.member("ada");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ApiTokens.CreateOutcome.Created created(Set<String> scopes) {
        return (ApiTokens.CreateOutcome.Created)
                fixture.directory().apiTokens().create(ada.account().id(), "cron", scopes, null, SYSTEM);
    }

    private Optional<Caller> caller(String token) {
        return fixture.directory().authentication().authenticate(token);
    }

    @Test
    void aTokenMayWhatItsScopesSay() {
        String token = created(Set.of("monitor.read", "shards.read")).token();

        assertThat(caller(token)).hasValueSatisfying(caller -> {
            assertThat(caller.userId()).isEqualTo(ada.account().id());
            assertThat(caller.may("monitor.read")).isTrue();
            assertThat(caller.may("messages.write")).isFalse();
        });
    }

    @Test
    void aNewPasswordByALinkEndsTheTokensAndAChangedOneDoesNot() {
        var passwords = fixture.directory().passwords();
        String token = created(Set.of("*")).token();
        passwords.change(ada.account().id(), ada.session(), DirectoryFixture.PASSWORD, "Another-horse-8", SYSTEM);
        assertThat(caller(token)).isPresent();

        String link =
                passwords.resetLink(ada.account().id(), SYSTEM).orElseThrow().token();
        passwords.redeem(link, "Settled-horse-9", SYSTEM);

        assertThat(caller(token)).isEmpty();
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        ApiTokens.CreateOutcome.Created token = created(Set.of("*"));
        assertThat(caller(token.token())).isPresent();
        var tokens = fixture.directory().apiTokens();

        assertThat(tokens.revoke(fixture.user("eve"), token.id(), SYSTEM)).isFalse();
        assertThat(caller(token.token())).isPresent();
        assertThat(tokens.revoke(ada.account().id(), token.id(), SYSTEM)).isTrue();

        assertThat(caller(token.token())).isEmpty();
        assertThat(tokens.list(ada.account().id())).isEmpty();
    }

    @Test
    void aTokenEndsWithItsTimeAndItsAccount() {
        var tokens = fixture.directory().apiTokens();
        var outcome = tokens.create(
                ada.account().id(), "cron", Set.of("*"), fixture.now().plus(Duration.ofHours(1)), SYSTEM);
        String shortLived = ((ApiTokens.CreateOutcome.Created) outcome).token();
        String longLived = created(Set.of("*")).token();
        assertThat(caller(shortLived)).isPresent();
        fixture.pass(Duration.ofHours(1));
        assertThat(caller(shortLived)).isEmpty();
        assertThat(caller(longLived)).isPresent();

        fixture.directory().operators().suspend(ada.account().id(), "", SYSTEM);
        assertThat(caller(longLived)).isEmpty();
        fixture.directory().operators().reinstate(ada.account().id(), "", SYSTEM);
        assertThat(caller(longLived)).isPresent();
        fixture.directory()
                .accountRemoval()
                .delete(ada.account().id(), DirectoryFixture.PASSWORD, ErasureMode.KEEP, SYSTEM);
        assertThat(caller(longLived)).isEmpty();
    }

    @Test
    void aBanHoldsForTokensToo() {
        String token = created(Set.of("*")).token();
        assertThat(caller(token)).isPresent();

        fixture.directory().globalBans().ban(ada.account().id(), "raid", null, SYSTEM);
        assertThat(caller(token)).isEmpty();
        assertThat(fixture.directory().globalBans().lift(ada.account().id(), SYSTEM))
                .isTrue();
        assertThat(caller(token)).isPresent();
    }

    @Test
    void scopesThatAreNoneAreRefused() {
        var tokens = fixture.directory().apiTokens();

        assertThat(tokens.create(ada.account().id(), "cron", Set.of(), null, SYSTEM))
                .isInstanceOf(ApiTokens.CreateOutcome.Invalid.class);
        assertThat(tokens.create(ada.account().id(), "cron", Set.of("DROP TABLE"), null, SYSTEM))
                .isInstanceOf(ApiTokens.CreateOutcome.Invalid.class);
    }
}
