package chat.waddle.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.account.AccountType;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Waddle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Where an import goes, and who owns what it makes.
@Timeout(60)
class ImportPlacesTest {
    @TempDir
    private Path folder = Path.of("");

    private ImportFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new ImportFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void withoutAnybodyAStandInOwnsTheWaddle() {
        Waddle waddle = made(ImportFixture.wanted("talk"));
        assertThat(waddle.isPublic()).isTrue();
        assertThat(fixture.application
                        .stores()
                        .directory()
                        .profiles()
                        .account(waddle.owner())
                        .orElseThrow()
                        .accountType())
                .isEqualTo(AccountType.IMPORTED);
    }

    @Test
    void theOldestOperatorOwnsItWhereThereIsOne() {
        fixture.application.stores().directory().operators().create("ada@example.org", "ada", "Ada", Origin.system());
        Waddle waddle = made(new WantedPlace("pond", "The pond", "talk", Optional.empty(), false));
        assertThat(fixture.application.stores().directory().profiles().idOf("ada"))
                .contains(waddle.owner());
        assertThat(waddle.isPublic()).isFalse();
    }

    @Test
    void anUnknownOwnerIsRefusedAndNothingIsMade() {
        Placement placement = fixture.find(new WantedPlace("pond", "The pond", "talk", Optional.of("nobody"), true));
        assertThat(placement).isInstanceOf(Placement.Refused.class);
        assertThat(fixture.application.stores().directory().catalogue().find("pond"))
                .isEmpty();
    }

    @Test
    void aPrivateWaddleNeedsSomebodyWhoCanInvite() {
        Placement placement = fixture.find(new WantedPlace("pond", "The pond", "talk", Optional.empty(), false));
        assertThat(placement)
                .isInstanceOfSatisfying(
                        Placement.Refused.class,
                        refused -> assertThat(refused.why()).contains("--owner"));
    }

    @Test
    void theWaddleAndTheChannelAreFoundAgain() {
        Placement first = fixture.find(ImportFixture.wanted("talk"));
        assertThat(fixture.find(ImportFixture.wanted("TALK"))).isEqualTo(first);
    }

    @Test
    void aNameThatNoChannelMayHaveIsRefused() {
        assertThat(fixture.find(ImportFixture.wanted("no spaces"))).isInstanceOf(Placement.Refused.class);
    }

    private Waddle made(WantedPlace wanted) {
        assertThat(fixture.find(wanted)).isInstanceOf(Placement.Ready.class);
        return fixture.application
                .stores()
                .directory()
                .catalogue()
                .find(wanted.waddle())
                .orElseThrow();
    }
}
