package chat.waddle.directory.account;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.erasure.DeleteOutcome;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.secret.Argon2Cost;
import chat.waddle.directory.store.Origin;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoginsTest {
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

    private LoginOutcome login(String email, String password) {
        return fixture.directory().logins().login(email, password, SYSTEM);
    }

    private boolean valid(SignedIn signedIn) {
        return fixture.directory()
                .authentication()
                .authenticate(signedIn.tokens().accessToken())
                .isPresent();
    }

    @Test
    void theRightPasswordOpensASessionOfItsOwn() {
        assertThat(login(" ADA@example.org ", DirectoryFixture.PASSWORD))
                .isInstanceOfSatisfying(LoginOutcome.Welcome.class, welcome -> {
                    assertThat(welcome.signedIn().account().id())
                            .isEqualTo(ada.account().id());
                    assertThat(welcome.signedIn().session()).isNotEqualTo(ada.session());
                    assertThat(valid(welcome.signedIn())).isTrue();
                });
        assertThat(valid(ada)).isTrue();
    }

    @Test
    void wrongPasswordUnknownAddressAndNoPasswordAtAllAreOneAnswer() {
        fixture.directory().operators().create("boss@example.org", "boss", "The boss", SYSTEM);

        assertThat(login("ada@example.org", "Wrong-horse-7")).isEqualTo(new LoginOutcome.WrongCredentials());
        assertThat(login("nobody@example.org", DirectoryFixture.PASSWORD))
                .isEqualTo(new LoginOutcome.WrongCredentials());
        assertThat(login("boss@example.org", DirectoryFixture.PASSWORD)).isEqualTo(new LoginOutcome.WrongCredentials());
        assertThat(login("ada@example.org", "x".repeat(1_000_000))).isEqualTo(new LoginOutcome.WrongCredentials());
    }

    @Test
    void anOutdatedHashIsRenewedWhenThePasswordIsKnown() {
        fixture.reopenWith(new Argon2Cost(128, 1, 1));

        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isInstanceOf(LoginOutcome.Welcome.class);

        assertThat(storedHash()).startsWith("$argon2id$v=19$m=128,t=1,p=1$");
        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isInstanceOf(LoginOutcome.Welcome.class);
    }

    private String storedHash() {
        return fixture.directory()
                .engine()
                .run(session -> session.sql(AccountSql.class)
                        .credentials(ada.account().id())
                        .map(AccountSql.Credentials::passwordHash)
                        .orElse(""));
    }

    @Test
    void aSuspendedAccountIsOutAtOnceAndHearsWhyOnlyWithItsPassword() {
        assertThat(valid(ada)).isTrue();

        assertThat(fixture.directory().operators().suspend(ada.account().id(), "spam", SYSTEM))
                .isTrue();

        assertThat(valid(ada)).isFalse();
        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isEqualTo(new LoginOutcome.Suspended());
        assertThat(login("ada@example.org", "Wrong-horse-7")).isEqualTo(new LoginOutcome.WrongCredentials());
        assertThat(fixture.directory().operators().reinstate(ada.account().id(), "", SYSTEM))
                .isTrue();
        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isInstanceOf(LoginOutcome.Welcome.class);
    }

    @Test
    void aBannedAccountIsOutAtOnceUntilTheBanRunsOut() {
        assertThat(valid(ada)).isTrue();
        fixture.directory()
                .globalBans()
                .ban(ada.account().id(), "raid", fixture.now().plus(Duration.ofHours(1)), SYSTEM);

        assertThat(valid(ada)).isFalse();
        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isEqualTo(new LoginOutcome.Banned());
        fixture.pass(Duration.ofMinutes(59));
        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isEqualTo(new LoginOutcome.Banned());
        fixture.pass(Duration.ofMinutes(1));
        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isInstanceOf(LoginOutcome.Welcome.class);
    }

    @Test
    void changingThePasswordEndsEveryOtherSession() {
        SignedIn elsewhere = ((LoginOutcome.Welcome) login("ada@example.org", DirectoryFixture.PASSWORD)).signedIn();
        var passwords = fixture.directory().passwords();
        var user = ada.account().id();
        assertThat(valid(elsewhere)).isTrue();

        assertThat(passwords.change(user, ada.session(), "Wrong-horse-7", "Another-horse-8", SYSTEM))
                .isEqualTo(new PasswordOutcome.WrongPassword());
        assertThat(valid(elsewhere)).isTrue();
        assertThat(passwords.change(user, ada.session(), DirectoryFixture.PASSWORD, "Another-horse-8", SYSTEM))
                .isEqualTo(new PasswordOutcome.Changed(1));

        assertThat(valid(elsewhere)).isFalse();
        assertThat(valid(ada)).isTrue();
        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isEqualTo(new LoginOutcome.WrongCredentials());
        assertThat(login("ada@example.org", "Another-horse-8")).isInstanceOf(LoginOutcome.Welcome.class);
    }

    @Test
    void anOperatorSetsItsPasswordByALinkThatWorksOnce() {
        OperatorOutcome created =
                fixture.directory().operators().create("boss@example.org", "boss", "The boss", SYSTEM);
        String token = ((OperatorOutcome.Created) created).link().token();
        var passwords = fixture.directory().passwords();

        assertThat(passwords.redeem(token, "weak", SYSTEM)).isInstanceOf(RedeemOutcome.Invalid.class);
        RedeemOutcome redeemed = passwords.redeem(token, DirectoryFixture.PASSWORD, SYSTEM);

        assertThat(redeemed)
                .isInstanceOfSatisfying(
                        RedeemOutcome.Redeemed.class,
                        done -> assertThat(fixture.directory()
                                        .authentication()
                                        .authenticate(done.signedIn().tokens().accessToken()))
                                .hasValueSatisfying(
                                        caller -> assertThat(caller.operator()).isTrue()));
        assertThat(passwords.redeem(token, DirectoryFixture.PASSWORD, SYSTEM)).isEqualTo(new RedeemOutcome.Refused());
    }

    @Test
    void aResetLinkExpiresAndIsReplacedByTheNextOne() {
        var passwords = fixture.directory().passwords();
        SetupLink first = passwords.resetLink(ada.account().id(), SYSTEM).orElseThrow();
        SetupLink second = passwords.resetLink(ada.account().id(), SYSTEM).orElseThrow();

        assertThat(passwords.redeem(first.token(), "Another-horse-8", SYSTEM)).isEqualTo(new RedeemOutcome.Refused());
        fixture.pass(Duration.ofHours(24));
        assertThat(passwords.redeem(second.token(), "Another-horse-8", SYSTEM)).isEqualTo(new RedeemOutcome.Refused());
        SetupLink third = passwords.resetLink(ada.account().id(), SYSTEM).orElseThrow();
        assertThat(passwords.redeem(third.token(), "Another-horse-8", SYSTEM))
                .isInstanceOf(RedeemOutcome.Redeemed.class);
    }

    @Test
    void aDeletedAccountIsGoneAndItsNameIsFree() {
        var removal = fixture.directory().accountRemoval();
        assertThat(removal.delete(ada.account().id(), "Wrong-horse-7", ErasureMode.KEEP, SYSTEM))
                .isEqualTo(new DeleteOutcome.WrongPassword());
        assertThat(removal.delete(ada.account().id(), null, ErasureMode.KEEP, SYSTEM))
                .isEqualTo(new DeleteOutcome.WrongPassword());
        assertThat(valid(ada)).isTrue();

        assertThat(removal.delete(ada.account().id(), DirectoryFixture.PASSWORD, ErasureMode.KEEP, SYSTEM))
                .isInstanceOf(DeleteOutcome.Deleted.class);

        assertThat(valid(ada)).isFalse();
        assertThat(login("ada@example.org", DirectoryFixture.PASSWORD)).isEqualTo(new LoginOutcome.WrongCredentials());
        assertThat(fixture.directory().profiles().profile(ada.account().id())).isEmpty();
        assertThat(fixture.member("ada").account().id())
                .isNotEqualTo(ada.account().id());
    }

    @Test
    void anOwnerOfACommunityCannotBeDeleted() {
        fixture.waddle("penguins", ada.account().id());

        assertThat(fixture.directory()
                        .accountRemoval()
                        .delete(ada.account().id(), DirectoryFixture.PASSWORD, ErasureMode.KEEP, SYSTEM))
                .isEqualTo(new DeleteOutcome.OwnsWaddles(1));
        assertThat(valid(ada)).isTrue();
    }
}
