package chat.waddle.directory.ban;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.account.OperatorOutcome;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GlobalBansTest {
    private static final Origin SYSTEM = Origin.system();

    @TempDir
    private Path folder;

    private DirectoryFixture fixture;
    private UserId ada;

    @BeforeEach
    void open() {
        fixture = new DirectoryFixture(folder);
        ada = fixture.user("ada");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private GlobalBans bans() {
        return fixture.directory().globalBans();
    }

    @Test
    void aBanIsInForceToTheMillisecondWithoutAnyJob() {
        bans().ban(ada, "raid", fixture.now().plus(Duration.ofHours(1)), SYSTEM);
        fixture.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(bans().find(ada)).isPresent();
        assertThat(bans().list(null, 10)).hasSize(1);
        fixture.pass(Duration.ofMillis(1));
        assertThat(bans().find(ada)).isEmpty();
        assertThat(bans().list(null, 10)).isEmpty();
    }

    @Test
    void aSecondBanReplacesTheFirst() {
        bans().ban(ada, "raid", fixture.now().plus(Duration.ofHours(1)), SYSTEM);
        bans().ban(ada, "worse", null, SYSTEM.by(fixture.user("boss")));

        assertThat(bans().find(ada)).hasValueSatisfying(ban -> {
            assertThat(ban.reason()).isEqualTo("worse");
            assertThat(ban.expiresAt()).isNull();
        });
        assertThat(bans().lift(ada, SYSTEM)).isTrue();
        assertThat(bans().lift(ada, SYSTEM)).isFalse();
    }

    @Test
    void bansAreListedPageByPage() {
        UserId eve = fixture.user("eve");
        bans().ban(ada, "raid", null, SYSTEM);
        bans().ban(eve, "raid", null, SYSTEM);

        assertThat(bans().list(null, 1)).extracting(GlobalBan::user).containsExactly(ada);
        assertThat(bans().list(ada, 1)).extracting(GlobalBan::user).containsExactly(eve);
        assertThat(bans().list(eve, 1)).isEmpty();
    }

    @Test
    void operatorsUnknownAccountsAndEmptyReasonsAreRefused() {
        OperatorOutcome.Created boss = (OperatorOutcome.Created)
                fixture.directory().operators().create("boss@example.org", "boss", "The boss", SYSTEM);

        assertThat(bans().ban(boss.account().id(), "coup", null, SYSTEM)).isEqualTo(new BanOutcome.IsOperator());
        assertThat(bans().ban(new UserId(1), "raid", null, SYSTEM)).isEqualTo(new BanOutcome.NoSuchAccount());
        assertThat(bans().ban(ada, " ", null, SYSTEM)).isInstanceOf(BanOutcome.Invalid.class);
        assertThat(bans().ban(ada, "raid", fixture.now(), SYSTEM)).isInstanceOf(BanOutcome.Invalid.class);
        assertThat(bans().list(null, 10)).isEmpty();
    }
}
