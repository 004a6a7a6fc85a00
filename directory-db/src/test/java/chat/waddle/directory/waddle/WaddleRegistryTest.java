package chat.waddle.directory.waddle;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
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

final class WaddleRegistryTest {
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

    private WaddleRegistry registry() {
        return fixture.directory().waddles();
    }

    private WaddleCatalogue catalogue() {
        return fixture.directory().catalogue();
    }

    private ReserveOutcome reserve(String name) {
        return registry().reserve(name, "Some name", "", true, ada, SYSTEM);
    }

    @Test
    void aReservedCommunityServesOnceItIsActivated() {
        Waddle reserved = ((ReserveOutcome.Reserved) reserve("Penguins")).waddle();
        assertThat(catalogue().route("penguins"))
                .hasValueSatisfying(route -> assertThat(route.serving()).isFalse());

        assertThat(registry().activate(reserved.id(), SYSTEM)).isInstanceOf(WaddleOutcome.Changed.class);

        assertThat(catalogue().route("PENGUINS")).hasValueSatisfying(route -> {
            assertThat(route.serving()).isTrue();
            assertThat(route.shard()).isEqualTo(reserved.shard());
            assertThat(route.owner()).isEqualTo(ada);
        });
        assertThat(catalogue().route(reserved.id().toString()))
                .isEqualTo(catalogue().route("penguins"));
        assertThat(registry().activate(reserved.id(), SYSTEM))
                .isEqualTo(new WaddleOutcome.WrongState(WaddleState.ACTIVE));
    }

    @Test
    void anAbandonedReservationFreesItsName() {
        Waddle reserved = ((ReserveOutcome.Reserved) reserve("penguins")).waddle();
        fixture.pass(Duration.ofMinutes(5));
        assertThat(catalogue().unfinished(fixture.now(), 10)).containsExactly(reserved);

        assertThat(registry().abandon(reserved.id(), SYSTEM)).isTrue();

        assertThat(catalogue().route("penguins")).isEmpty();
        assertThat(catalogue().find(reserved.id())).isEmpty();
        assertThat(reserve("penguins")).isInstanceOf(ReserveOutcome.Reserved.class);
    }

    @Test
    void anActiveCommunityIsNotAbandoned() {
        Waddle penguins = fixture.waddle("penguins", ada);

        assertThat(registry().abandon(penguins.id(), SYSTEM)).isFalse();
        assertThat(registry().purge(penguins.id(), SYSTEM)).isFalse();
        assertThat(catalogue().find("penguins")).contains(penguins);
    }

    @Test
    void aNameIsTakenInEveryCaseOfLetters() {
        fixture.waddle("Penguins", ada);

        assertThat(reserve("pEnGuInS")).isEqualTo(new ReserveOutcome.NameTaken());
    }

    @Test
    void ofManyWhoRaceForOneNameExactlyOneGetsIt() throws Exception {
        List<Callable<ReserveOutcome>> racers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            racers.add(() -> reserve("penguins"));
        }
        List<ReserveOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<ReserveOutcome> outcome : threads.invokeAll(racers)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes)
                .filteredOn(ReserveOutcome.Reserved.class::isInstance)
                .hasSize(1);
        assertThat(outcomes).filteredOn(new ReserveOutcome.NameTaken()::equals).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ab", "12345", "-abc", "abc-", "a b c", "a/b/c", "..%2f", "pingüin", "a\u0000bc", "abc\u200b"
            })
    void whatWouldNotBeAnAddressIsNoName(String name) {
        assertThat(reserve(name)).isInstanceOf(ReserveOutcome.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999999999999999999",
                "0",
                "-1",
                "..%2f",
                "",
                "nobody",
                "' OR 1=1 --",
                "a\u0000b",
                "99999999999999999999"
            })
    void whatNobodyIsCalledLeadsNowhere(String idOrName) {
        fixture.waddle("penguins", ada);

        assertThat(catalogue().route(idOrName)).isEmpty();
    }

    @Test
    void oldNamesLeadToTheRenamedCommunityAndAreNotFree() {
        Waddle penguins = fixture.waddle("penguins", ada);
        assertThat(catalogue().route("penguins")).isPresent();

        assertThat(registry().rename(penguins.id(), "puffins", SYSTEM)).isInstanceOf(WaddleOutcome.Changed.class);

        assertThat(catalogue().find("puffins"))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("puffins"));
        assertThat(catalogue().route("Penguins")).isEqualTo(catalogue().route("puffins"));
        assertThat(reserve("penguins")).isEqualTo(new ReserveOutcome.NameTaken());
        assertThat(registry().rename(penguins.id(), "Penguins", SYSTEM)).isInstanceOf(WaddleOutcome.Changed.class);
        assertThat(catalogue().find("puffins"))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("Penguins"));
    }

    @Test
    void anotherCommunitysOldNameCannotBeTaken() {
        Waddle penguins = fixture.waddle("penguins", ada);
        Waddle gulls = fixture.waddle("gulls", ada);
        registry().rename(penguins.id(), "puffins", SYSTEM);

        assertThat(registry().rename(gulls.id(), "penguins", SYSTEM)).isEqualTo(new WaddleOutcome.NameTaken());
        assertThat(catalogue().find("gulls")).isPresent();
    }

    @Test
    void onlyTheTenLastNamesAreKept() {
        Waddle penguins = fixture.waddle("name-0", ada);
        for (int i = 1; i <= 11; i++) {
            fixture.pass(Duration.ofDays(1));
            registry().rename(penguins.id(), "name-" + i, SYSTEM);
        }

        assertThat(catalogue().route("name-0")).isEmpty();
        assertThat(catalogue().route("name-1")).isPresent();
        assertThat(catalogue().route("name-11")).isPresent();
        assertThat(reserve("name-0")).isInstanceOf(ReserveOutcome.Reserved.class);
    }

    @Test
    void aDeletedCommunityComesBackForThirtyDaysAndKeepsItsName() {
        Waddle penguins = fixture.waddle("penguins", ada);
        assertThat(catalogue().route("penguins").orElseThrow().serving()).isTrue();

        registry().tombstone(penguins.id(), "no more", SYSTEM);

        assertThat(catalogue().route("penguins").orElseThrow().state()).isEqualTo(WaddleState.DELETED);
        assertThat(reserve("penguins")).isEqualTo(new ReserveOutcome.NameTaken());
        fixture.pass(Duration.ofDays(30));
        assertThat(registry().purge(penguins.id(), SYSTEM)).isFalse();
        assertThat(registry().undelete(penguins.id(), "asked nicely", SYSTEM))
                .isInstanceOf(WaddleOutcome.Changed.class);
        assertThat(catalogue().route("penguins").orElseThrow().serving()).isTrue();
    }

    @Test
    void afterThirtyDaysItIsPurgedAndItsNameIsFree() {
        Waddle penguins = fixture.waddle("penguins", ada);
        registry().tombstone(penguins.id(), "", SYSTEM);
        fixture.pass(Duration.ofDays(30).plusMillis(1));

        assertThat(registry().undelete(penguins.id(), "too late", SYSTEM))
                .isEqualTo(new WaddleOutcome.WrongState(WaddleState.DELETED));
        assertThat(catalogue().tombstones(fixture.now().minus(Duration.ofDays(30)), 10))
                .extracting(Waddle::id)
                .containsExactly(penguins.id());
        assertThat(registry().purge(penguins.id(), SYSTEM)).isTrue();
        assertThat(catalogue().route("penguins")).isEmpty();
        assertThat(reserve("penguins")).isInstanceOf(ReserveOutcome.Reserved.class);
    }

    @Test
    void aSuspendedCommunityDoesNotServeUntilItIsResumed() {
        Waddle penguins = fixture.waddle("penguins", ada);
        registry().suspend(penguins.id(), "complaints", SYSTEM);

        assertThat(catalogue().route("penguins").orElseThrow().serving()).isFalse();
        assertThat(catalogue().listPublic("", null, 10)).isEmpty();
        registry().resume(penguins.id(), "", SYSTEM);
        assertThat(catalogue().route("penguins").orElseThrow().serving()).isTrue();
    }

    @Test
    void aPatchChangesOnlyWhatItNames() {
        Waddle penguins = fixture.waddle("penguins", ada);
        WaddlePatch patch = new WaddlePatch(
                "All the penguins", null, "https://example.org/p.png", null, false, List.of(Feature.AI), null);

        assertThat(registry().patch(penguins.id(), patch, SYSTEM))
                .isInstanceOfSatisfying(WaddleOutcome.Changed.class, changed -> {
                    assertThat(changed.waddle().displayName()).isEqualTo("All the penguins");
                    assertThat(changed.waddle().description()).isEmpty();
                    assertThat(changed.waddle().features()).containsExactly(Feature.AI);
                    assertThat(changed.waddle().isPublic()).isFalse();
                    assertThat(changed.waddle().isVerified()).isFalse();
                });
        WaddlePatch evil = new WaddlePatch(null, null, "javascript:alert(1)", null, null, null, null);
        assertThat(registry().patch(penguins.id(), evil, SYSTEM)).isInstanceOf(WaddleOutcome.Invalid.class);
        assertThat(registry().patch(new WaddleId(1), patch, SYSTEM)).isEqualTo(new WaddleOutcome.Missing());
    }

    @Test
    void ownershipGoesOnlyToAnAccountThatMayEnter() {
        Waddle penguins = fixture.waddle("penguins", ada);
        UserId eve = fixture.user("eve");
        assertThat(registry().transfer(penguins.id(), new UserId(1), SYSTEM))
                .isEqualTo(new WaddleOutcome.NoSuchOwner());
        fixture.directory().operators().suspend(eve, "", SYSTEM);
        assertThat(registry().transfer(penguins.id(), eve, SYSTEM)).isEqualTo(new WaddleOutcome.NoSuchOwner());
        fixture.directory().operators().reinstate(eve, "", SYSTEM);
        assertThat(catalogue().route(penguins.id()).orElseThrow().owner()).isEqualTo(ada);

        registry().transfer(penguins.id(), eve, SYSTEM);

        assertThat(catalogue().route(penguins.id()).orElseThrow().owner()).isEqualTo(eve);
    }

    @Test
    void anAccountOwnsNoMoreThanItsLimit() {
        for (int i = 0; i < 5; i++) {
            fixture.waddle("waddle-" + i, ada);
        }

        assertThat(reserve("waddle-5")).isEqualTo(new ReserveOutcome.TooMany(5));
    }
}
