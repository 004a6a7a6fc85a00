package chat.waddle.directory.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.account.LoginOutcome;
import chat.waddle.directory.account.SignedIn;
import chat.waddle.directory.audit.AuditEntry;
import chat.waddle.directory.audit.AuditQuery;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionsTest {
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

    private boolean valid(Tokens tokens) {
        return fixture.directory()
                .authentication()
                .authenticate(tokens.accessToken())
                .isPresent();
    }

    private RefreshOutcome refresh(Tokens tokens) {
        return fixture.directory().sessions().refresh(tokens.refreshToken(), SYSTEM);
    }

    private Tokens refreshed(Tokens tokens) {
        return ((RefreshOutcome.Refreshed) refresh(tokens)).tokens();
    }

    private SignedIn again() {
        LoginOutcome outcome = fixture.directory().logins().login("ada@example.org", DirectoryFixture.PASSWORD, SYSTEM);
        return ((LoginOutcome.Welcome) outcome).signedIn();
    }

    @Test
    void anAccessTokenLivesFifteenMinutesToTheMillisecond() {
        assertThat(valid(ada.tokens())).isTrue();
        fixture.pass(Duration.ofMinutes(15).minusMillis(1));
        assertThat(valid(ada.tokens())).isTrue();
        fixture.pass(Duration.ofMillis(1));
        assertThat(valid(ada.tokens())).isFalse();
    }

    @Test
    void aRefreshGivesNewTokensAndEndsTheOldOnes() {
        assertThat(valid(ada.tokens())).isTrue();

        Tokens next = refreshed(ada.tokens());

        assertThat(valid(next)).isTrue();
        assertThat(valid(ada.tokens())).isFalse();
        assertThat(next.refreshToken()).isNotEqualTo(ada.tokens().refreshToken());
    }

    @Test
    void aRefreshTokenLivesThirtyDaysFromItsLastUse() {
        fixture.pass(Duration.ofDays(29));
        Tokens next = refreshed(ada.tokens());
        fixture.pass(Duration.ofDays(29));
        Tokens last = refreshed(next);
        fixture.pass(Duration.ofDays(30));

        assertThat(refresh(last)).isEqualTo(new RefreshOutcome.Refused());
    }

    @Test
    void aRetryWithinTenSecondsGetsTheVerySameAnswer() {
        Tokens next = refreshed(ada.tokens());
        fixture.pass(Duration.ofSeconds(9));

        assertThat(refreshed(ada.tokens())).isEqualTo(next);
        assertThat(valid(next)).isTrue();
    }

    @Test
    void aRefreshTokenUsedAgainLaterEndsItsWholeFamily() {
        Tokens next = refreshed(ada.tokens());
        SignedIn elsewhere = again();
        fixture.pass(Duration.ofSeconds(11));

        assertThat(refresh(ada.tokens())).isInstanceOf(RefreshOutcome.ReuseDetected.class);

        assertThat(valid(next)).isFalse();
        assertThat(refresh(next)).isEqualTo(new RefreshOutcome.Refused());
        assertThat(valid(elsewhere.tokens())).isTrue();
        assertThat(fixture.directory().auditLog().page(AuditQuery.newest(10)))
                .extracting(AuditEntry::action)
                .contains("session.refresh_reused");
    }

    @Test
    void anOldTokenOfManyRotationsAgoIsStillRecognised() {
        Tokens tokens = ada.tokens();
        for (int i = 0; i < 5; i++) {
            tokens = refreshed(tokens);
        }
        fixture.reopen();

        assertThat(refresh(ada.tokens())).isInstanceOf(RefreshOutcome.ReuseDetected.class);
        assertThat(valid(tokens)).isFalse();
    }

    @Test
    void parallelRefreshesLeaveExactlyOneLivingFamilyWithOneAnswer() throws Exception {
        List<Callable<RefreshOutcome>> racers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            racers.add(() -> refresh(ada.tokens()));
        }
        List<RefreshOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<RefreshOutcome> outcome : threads.invokeAll(racers)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).hasSize(12).allMatch(outcomes.getFirst()::equals);
        assertThat(valid(((RefreshOutcome.Refreshed) outcomes.getFirst()).tokens()))
                .isTrue();
        assertThat(fixture.directory().sessions().list(ada.account().id())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "wr_", "wa_AAAA", "wr_\u0000", "Bearer", "wr_../../etc/passwd"})
    void whatIsNoRefreshTokenIsRefused(String token) {
        assertThat(fixture.directory().sessions().refresh(token, SYSTEM)).isEqualTo(new RefreshOutcome.Refused());
        assertThat(fixture.directory().authentication().authenticate(token)).isEmpty();
    }

    @Test
    void oneKindOfTokenIsNeverTakenForAnother() {
        var authentication = fixture.directory().authentication();

        assertThat(authentication.authenticate(ada.tokens().refreshToken())).isEmpty();
        assertThat(fixture.directory().sessions().refresh(ada.tokens().accessToken(), SYSTEM))
                .isEqualTo(new RefreshOutcome.Refused());
    }

    @Test
    void logoutEndsTheSessionAtOnceAndNoOther() {
        SignedIn elsewhere = again();
        assertThat(valid(ada.tokens())).isTrue();

        fixture.directory().sessions().logout(ada.account().id(), ada.session(), SYSTEM);

        assertThat(valid(ada.tokens())).isFalse();
        assertThat(refresh(ada.tokens())).isEqualTo(new RefreshOutcome.Refused());
        assertThat(valid(elsewhere.tokens())).isTrue();
    }

    @Test
    void sessionsAreListedAndRevokedByTheirOwnerOnly() {
        SignedIn elsewhere = again();
        SignedIn eve = fixture.member("eve");
        var sessions = fixture.directory().sessions();

        assertThat(sessions.list(ada.account().id()))
                .extracting(SessionView::id)
                .containsExactly(elsewhere.session(), ada.session());
        assertThat(sessions.revoke(eve.account().id(), ada.session(), SYSTEM)).isFalse();
        assertThat(valid(ada.tokens())).isTrue();
        assertThat(sessions.revoke(ada.account().id(), ada.session(), SYSTEM)).isTrue();
        assertThat(sessions.revoke(ada.account().id(), ada.session(), SYSTEM)).isFalse();
        assertThat(sessions.revoke(ada.account().id(), new SessionId(1), SYSTEM))
                .isFalse();
        assertThat(valid(ada.tokens())).isFalse();
        assertThat(sessions.revokeAll(ada.account().id(), null, SYSTEM)).isEqualTo(1);
        assertThat(valid(elsewhere.tokens())).isFalse();
        assertThat(valid(eve.tokens())).isTrue();
    }

    @Test
    void theFiftyFirstSignInEndsTheOldest() {
        for (int i = 0; i < 49; i++) {
            again();
        }
        assertThat(valid(ada.tokens())).isTrue();

        again();

        assertThat(valid(ada.tokens())).isFalse();
        assertThat(fixture.directory().sessions().list(ada.account().id())).hasSize(50);
    }

    @Test
    void expiredSessionsAreDeletedAWeekLater() {
        var sessions = fixture.directory().sessions();
        fixture.pass(Duration.ofDays(37));
        assertThat(sessions.prune()).isZero();
        fixture.pass(Duration.ofMillis(1));
        assertThat(sessions.prune()).isEqualTo(1);
        assertThat(sessions.prune()).isZero();
    }
}
