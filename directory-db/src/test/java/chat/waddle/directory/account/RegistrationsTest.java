package chat.waddle.directory.account;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.field.FieldProblem;
import chat.waddle.directory.store.Origin;
import java.nio.file.Path;
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

final class RegistrationsTest {
    private static final Origin SYSTEM = Origin.system();

    @TempDir
    private Path folder;

    private DirectoryFixture fixture;

    @BeforeEach
    void open() {
        fixture = new DirectoryFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private RegisterOutcome register(String email, String username) {
        return fixture.directory()
                .registrations()
                .register(email, username, DirectoryFixture.PASSWORD, "Somebody", SYSTEM);
    }

    @Test
    void aNewAccountIsSignedInAndKnownByItsProfile() {
        SignedIn ada = fixture.member("Ada_1");

        assertThat(ada.account().email()).isEqualTo("Ada_1@example.org");
        assertThat(ada.account().accountType()).isEqualTo(AccountType.MEMBER);
        assertThat(ada.account().accountStatus()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(ada.account().createdAt()).isEqualTo(fixture.now());
        assertThat(fixture.directory()
                        .authentication()
                        .authenticate(ada.tokens().accessToken()))
                .hasValueSatisfying(caller -> {
                    assertThat(caller.userId()).isEqualTo(ada.account().id());
                    assertThat(caller.sessionId()).isEqualTo(ada.session());
                    assertThat(caller.operator()).isFalse();
                });
        assertThat(fixture.directory().profiles().profile(ada.account().id()))
                .hasValueSatisfying(profile -> assertThat(profile.username()).isEqualTo("Ada_1"));
    }

    @Test
    void anAddressIsTakenInEveryCaseOfLetters() {
        fixture.member("ada");

        assertThat(register("ADA@Example.ORG", "other")).isEqualTo(new RegisterOutcome.EmailTaken());
        assertThat(register("ada2@example.org", "other")).isInstanceOf(RegisterOutcome.Registered.class);
    }

    @Test
    void aUsernameIsTakenInEveryCaseOfLetters() {
        fixture.member("ada");

        assertThat(register("new@example.org", "ADA")).isEqualTo(new RegisterOutcome.UsernameTaken());
        assertThat(register("new@example.org", "adb")).isInstanceOf(RegisterOutcome.Registered.class);
    }

    @Test
    void ofManyWhoRaceForOneNameExactlyOneGetsIt() throws Exception {
        List<Callable<RegisterOutcome>> racers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String name = i % 2 == 0 ? "racer" : "RACER";
            int number = i;
            racers.add(() -> register("racer" + number + "@example.org", name));
        }
        List<RegisterOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<RegisterOutcome> outcome : threads.invokeAll(racers)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes)
                .filteredOn(RegisterOutcome.Registered.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(RegisterOutcome.UsernameTaken.class::isInstance)
                .hasSize(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ad",
                "",
                "a b",
                "ada-l",
                "ada\u0301",
                "\u00e1da",
                "ada\u200b",
                "\u202eada",
                "ada\u0000",
                "аda",
                "ada\n",
                "ａda",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeef"
            })
    void aUsernameThatCouldBeMistakenForAnotherIsRefused(String username) {
        assertThat(register("new@example.org", username))
                .isInstanceOfSatisfying(
                        RegisterOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .containsOnly("username"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@example.org",
                "a b@example.org",
                "a@exa mple.org",
                "a..b@example.org",
                ".a@example.org",
                "a@-example.org",
                "a@example.org\r\nBcc: x@y.zz",
                "á@example.org"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertThat(register(email, "fine"))
                .isInstanceOfSatisfying(
                        RegisterOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .containsOnly("email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Short1", "nouppercase1", "NOLOWERCASE1", "NoDigitsAtAll", "Password1", "Qwerty123"})
    void aWeakPasswordIsRefused(String password) {
        RegisterOutcome outcome =
                fixture.directory().registrations().register("a@example.org", "fine", password, "Somebody", SYSTEM);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RegisterOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .containsOnly("password"));
    }

    @Test
    void aPasswordOfAHundredCharactersIsTakenAndOneMoreIsNot() {
        String longest = "Aa1" + "x".repeat(97);
        var registrations = fixture.directory().registrations();

        assertThat(registrations.register("a@example.org", "one", longest, "Somebody", SYSTEM))
                .isInstanceOf(RegisterOutcome.Registered.class);
        assertThat(registrations.register("b@example.org", "two", longest + "x", "Somebody", SYSTEM))
                .isInstanceOf(RegisterOutcome.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u200b",
                "a\u202eb",
                "a\nb",
                "\u3164",
                "\ud800",
                "Z\u0351\u0352\u0353\u0354\u0355\u0356"
            })
    void aDisplayNameThatHidesSomethingIsRefused(String name) {
        assertThat(fixture.directory().registrations().registerGuest(name, SYSTEM))
                .isInstanceOf(RegisterOutcome.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "李 小龙", "👩‍👩‍👧", "O'Brien ❤️", "مريم"})
    void aDisplayNameInAnyScriptIsTaken(String name) {
        assertThat(fixture.directory().registrations().registerGuest(name, SYSTEM))
                .isInstanceOfSatisfying(
                        RegisterOutcome.Registered.class,
                        registered -> assertThat(registered.signedIn().account().displayName())
                                .isEqualTo(name));
    }

    @Test
    void aDisplayNameIsStoredComposed() {
        assertThat(fixture.directory().registrations().registerGuest(" Zoe\u0308 ", SYSTEM))
                .isInstanceOfSatisfying(
                        RegisterOutcome.Registered.class,
                        registered -> assertThat(registered.signedIn().account().displayName())
                                .isEqualTo("Zo\u00eb"));
    }

    @Test
    void aGuestBecomesAMemberWithTheSameIdAndItsOldSignInEnds() {
        var registrations = fixture.directory().registrations();
        SignedIn guest = ((RegisterOutcome.Registered) registrations.registerGuest("Passer-by", SYSTEM)).signedIn();

        RegisterOutcome upgraded = registrations.upgradeGuest(
                guest.account().id(), "guest@example.org", "settled", DirectoryFixture.PASSWORD, SYSTEM);

        assertThat(upgraded).isInstanceOfSatisfying(RegisterOutcome.Registered.class, registered -> {
            assertThat(registered.signedIn().account().id())
                    .isEqualTo(guest.account().id());
            assertThat(registered.signedIn().account().accountType()).isEqualTo(AccountType.MEMBER);
        });
        assertThat(fixture.directory()
                        .authentication()
                        .authenticate(guest.tokens().accessToken()))
                .isEmpty();
    }

    @Test
    void aMemberCannotBeUpgradedAgain() {
        SignedIn ada = fixture.member("ada");

        assertThat(fixture.directory()
                        .registrations()
                        .upgradeGuest(ada.account().id(), "x@example.org", "xxx", DirectoryFixture.PASSWORD, SYSTEM))
                .isEqualTo(new RegisterOutcome.NotAGuest());
    }
}
