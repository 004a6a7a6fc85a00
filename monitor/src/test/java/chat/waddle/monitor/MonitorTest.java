package chat.waddle.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.erasure.HoldOutcome;
import chat.waddle.directory.erasure.LegalHolds;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One tick after another over real files.
@Timeout(120)
class MonitorTest {
    private static final long LIMIT = 6_000_000;

    private final MonitorFixture fixture;

    MonitorTest(@TempDir Path folder) {
        fixture = new MonitorFixture(folder, LIMIT);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyShardIsMeasuredOnceAndAClosedOneNotAgain() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        fixture.waddle("two");
        TickReport first = monitor.tick();
        assertThat(first.shards()).isEqualTo(2);
        assertThat(first.measured()).isEqualTo(2);
        assertThat(first.opened()).isEqualTo(2);
        assertThat(fixture.store.openCount()).isZero();
        assertThat(fixture.shard(one).usedBytes()).isPositive();
        assertThat(fixture.shard(one).measuredAt()).isEqualTo(fixture.now());
        TickReport second = monitor.tick();
        assertThat(second.measured()).isZero();
        assertThat(second.opened()).isZero();
    }

    @Test
    void choresAreDoneForOpenShardsInTurnAndTheirFailureIsTheirsAlone() {
        AtomicBoolean broken = new AtomicBoolean(true);
        List<WaddleId> done = new ArrayList<>();
        ShardChore chore = shard -> {
            done.add(shard.waddle());
            if (broken.get()) {
                throw new IllegalStateException("the store does not answer");
            }
        };
        Monitor monitor = fixture.monitor(MonitorSettings.USUAL, List.of(chore));
        WaddleId one = fixture.waddle("one");
        fixture.store.shard(one);
        TickReport first = monitor.tick();
        assertThat(first.failed()).isEqualTo(1);
        assertThat(first.measured()).isEqualTo(1);
        assertThat(fixture.alerts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Alert.PartFailed.class,
                        alert -> assertThat(alert.toString()).contains("the store does not answer"));
        fixture.pass(Duration.ofHours(1));
        assertThat(monitor.tick().failed()).isZero();
        assertThat(done).containsExactly(one);
        broken.set(false);
        fixture.store.shard(one);
        fixture.pass(Duration.ofHours(6));
        fixture.store.shard(one);
        assertThat(monitor.tick().failed()).isZero();
        assertThat(done).containsExactly(one, one);
    }

    @Test
    void aShardThatWasOpenInBetweenIsMeasuredAgain() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        monitor.tick();
        long before = fixture.shard(one).usedBytes();
        fixture.fill(one, 200_000);
        fixture.store.putAway(one);
        TickReport second = monitor.tick();
        assertThat(second.opened()).isEqualTo(1);
        assertThat(fixture.shard(one).usedBytes()).isGreaterThan(before + 150_000);
        assertThat(fixture.shard(one).messageCount())
                .isEqualTo(fixture.directory.catalogue().find(one).orElseThrow().messageCount())
                .isPositive();
    }

    @Test
    void theFirstRoundOfAProcessFindsFilesWrittenSinceTheirMeasure() throws IOException {
        WaddleId one = fixture.waddle("one");
        WaddleId two = fixture.waddle("two");
        fixture.monitor().tick();
        Path file = fixture.file(fixture.shard(one));
        Files.setLastModifiedTime(file, FileTime.from(fixture.now().plusSeconds(5)));
        Files.setLastModifiedTime(
                fixture.file(fixture.shard(two)), FileTime.from(fixture.now().minusSeconds(5)));
        TickReport first = fixture.monitor().tick();
        assertThat(first.measured()).isEqualTo(1);
    }

    @Test
    void measuringAClosedShardDoesNotWriteToIt() throws IOException {
        WaddleId one = fixture.waddle("one");
        Path file = fixture.file(fixture.shard(one));
        FileTime before = FileTime.from(fixture.now().minus(Duration.ofDays(1)));
        Files.setLastModifiedTime(file, before);
        assertThat(fixture.monitor().tick().opened()).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }

    @Test
    void measuringDoesNotKeepAShardOpen() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        fixture.fill(one, 1);
        TickReport report = monitor.tick();
        assertThat(report.measured()).isEqualTo(1);
        assertThat(report.opened()).isZero();
        assertThat(fixture.store.openCount()).isEqualTo(1);
    }

    @Test
    void theBudgetOfOpeningsLeavesTheRestForTheNextTick() {
        MonitorSettings usual = MonitorSettings.USUAL;
        Monitor monitor = fixture.monitor(new MonitorSettings(
                2,
                usual.checksPerTick(),
                usual.checkBytesPerTick(),
                usual.checkEvery(),
                usual.checkDeadline(),
                usual.pointEvery(),
                usual.careEvery(),
                usual.erasedAtOnce(),
                usual.erasuresPerVisit()));
        for (int i = 0; i < 5; i++) {
            fixture.waddle("waddle" + i);
        }
        assertThat(monitor.tick().deferred()).isEqualTo(3);
        assertThat(monitor.tick().deferred()).isEqualTo(1);
        assertThat(monitor.tick()).satisfies(last -> {
            assertThat(last.opened()).isEqualTo(1);
            assertThat(last.deferred()).isZero();
        });
    }

    @Test
    void aMarkIsToldOnceAndItsEndOnce() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        monitor.tick();
        assertThat(fixture.alerts).isEmpty();
        ShardReport full = fixture.report(monitor, one).orElseThrow();
        while (full.percent() < 70) {
            fixture.fill(one, 100_000);
            full = fixture.report(monitor, one).orElseThrow();
        }
        Step reached = full.step();
        assertThat(full.percent()).isGreaterThan(70);
        assertThat(full.wantsAttention()).isTrue();
        assertThat(fixture.alerts).singleElement().isInstanceOfSatisfying(Alert.StepChanged.class, alert -> {
            assertThat(alert.isBad()).isTrue();
            assertThat(alert.to()).isEqualTo(reached);
        });
        TickReport again = monitor.tick();
        assertThat(again.isFine()).isFalse();
        assertThat(again.overAMark()).isEqualTo(1);
        assertThat(fixture.alerts).hasSize(1);
    }

    @Test
    void growthIsRememberedHourlyAndGivesDaysToFull() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        for (int hour = 0; hour < 12; hour++) {
            fixture.fill(one, 60_000);
            monitor.tick();
            monitor.tick();
            fixture.pass(Duration.ofHours(1));
        }
        assertThat(fixture.directory
                        .shards()
                        .growth(fixture.shard(one).shard(), fixture.now().minus(Duration.ofDays(2))))
                .hasSize(12);
        ShardReport report = fixture.report(monitor, one).orElseThrow();
        assertThat(report.growth().bytesPerDay()).isBetween(500_000.0, 5_000_000.0);
        assertThat(report.forecast()).isInstanceOf(Forecast.FullAfter.class);
    }

    @Test
    void expiredDeletedMessagesAreErased() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        Filler.postAndDelete(fixture.store, one, fixture.owner);
        assertThat(monitor.tick().erased()).isZero();
        fixture.pass(Duration.ofDays(31));
        Filler.post(fixture.store, one, fixture.owner, 1);
        assertThat(monitor.tick().erased()).isEqualTo(1);
        assertThat(monitor.tick().erased()).isZero();
    }

    @Test
    void nothingIsErasedForGoodWhileALegalHoldLasts() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        LegalHolds holds = fixture.directory.legalHolds();
        Filler.postAndDelete(fixture.store, one, fixture.owner);
        for (long subject : new long[] {one.value(), fixture.owner.value()}) {
            HoldOutcome placed = holds.place(subject, "a claim", Origin.system());
            assertThat(placed).isInstanceOf(HoldOutcome.Placed.class);
            fixture.pass(Duration.ofDays(31));
            Filler.post(fixture.store, one, fixture.owner, 1);
            assertThat(monitor.tick().erased()).isZero();
            assertThat(holds.lift(subject, Origin.system())).isTrue();
        }
        fixture.pass(Duration.ofDays(1));
        Filler.post(fixture.store, one, fixture.owner, 1);
        assertThat(monitor.tick().erased()).isEqualTo(1);
    }

    @Test
    void everyShardIsCheckedWithinAWeekAndNotAgainBefore() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        assertThat(monitor.tick().checked()).isZero();
        fixture.pass(Duration.ofDays(7));
        assertThat(monitor.tick().checked()).isEqualTo(1);
        assertThat(fixture.shard(one).checkedAt()).isEqualTo(fixture.now());
        assertThat(monitor.tick().checked()).isZero();
    }

    @Test
    void theCheckTakesADamagedFileOutOfServiceAlone() throws IOException {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        WaddleId two = fixture.waddle("two");
        monitor.tick();
        Path file = fixture.file(fixture.shard(one));
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, 4096 * 3, 4096 * 5, (byte) 0x5a);
        Files.write(file, content);
        fixture.pass(Duration.ofDays(7));
        TickReport report = monitor.tick();
        assertThat(report.outOfService()).isEqualTo(1);
        assertThat(fixture.shard(one).state()).isEqualTo(ShardState.QUARANTINED);
        assertThat(fixture.shard(two).state()).isEqualTo(ShardState.ACTIVE);
        assertThat(fixture.alerts).singleElement().isInstanceOf(Alert.OutOfService.class);
        assertThat(monitor.tick().outOfService()).isEqualTo(1);
        assertThat(fixture.alerts).hasSize(1);
    }

    @Test
    void aFileThatIsGoneIsFoundWhenItIsDueForACheck() throws IOException {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        monitor.tick();
        Files.delete(fixture.file(fixture.shard(one)));
        assertThat(monitor.tick().outOfService()).isZero();
        fixture.pass(Duration.ofDays(7));
        assertThat(monitor.tick().outOfService()).isEqualTo(1);
        assertThat(fixture.shard(one).reason()).contains("MISSING");
    }

    @Test
    void aReleasedShardServesAgainAndThatIsTold() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        monitor.tick();
        ShardRecord shard = fixture.shard(one);
        assertThat(monitor.outOfService().quarantine(shard, "by hand", Origin.system()))
                .isTrue();
        assertThat(monitor.outOfService().quarantine(shard, "by hand", Origin.system()))
                .isFalse();
        assertThat(monitor.tick().outOfService()).isEqualTo(1);
        assertThat(monitor.outOfService().release(shard, "looked at", Origin.system()))
                .isTrue();
        fixture.fill(one, 1);
        assertThat(monitor.tick().outOfService()).isZero();
        assertThat(fixture.alerts).hasSize(2).last().isInstanceOf(Alert.BackInService.class);
    }

    @Test
    void aCommunityWhoseFileIsNotMadeYetIsLeftAlone() {
        Monitor monitor = fixture.monitor();
        fixture.directory.waddles().reserve("later", "later", "", true, fixture.owner, Origin.system());
        TickReport report = monitor.tick();
        assertThat(report.shards()).isEqualTo(1);
        assertThat(report.opened()).isZero();
        assertThat(report.outOfService()).isZero();
    }

    @Test
    void somethingThatIsNoFileIsTakenOutOfServiceOnceItIsUsed() throws IOException {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        Path file = fixture.file(fixture.shard(one));
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(monitor.tick().outOfService()).isEqualTo(1);
        assertThat(fixture.shard(one).reason()).contains("no file");
    }

    @Test
    void aShardThatCannotBeLookedAfterIsCountedAndToldOnce() {
        Monitor monitor = fixture.monitor();
        WaddleId one = fixture.waddle("one");
        fixture.waddle("two");
        for (int round = 0; round < 2; round++) {
            TickReport report = monitor.tick(shard -> {
                if (shard.shard().waddle().equals(one)) {
                    throw new IllegalStateException("no paper");
                }
            });
            assertThat(report.failed()).isEqualTo(1);
            assertThat(report.isFine()).isFalse();
        }
        assertThat(fixture.alerts).singleElement().isInstanceOf(Alert.PartFailed.class);
        assertThat(monitor.tick().failed()).isZero();
    }

    @Test
    void aCheckThatCannotBeFinishedLeavesItsTurnToOthersForADay() {
        MonitorSettings usual = MonitorSettings.USUAL;
        Monitor monitor = fixture.monitor(new MonitorSettings(
                usual.opensPerTick(),
                1,
                usual.checkBytesPerTick(),
                usual.checkEvery(),
                Duration.ZERO,
                usual.pointEvery(),
                usual.careEvery(),
                usual.erasedAtOnce(),
                usual.erasuresPerVisit()));
        WaddleId one = fixture.waddle("one");
        WaddleId two = fixture.waddle("two");
        monitor.tick();
        fixture.pass(Duration.ofDays(7));
        assertThat(monitor.tick().checked()).isEqualTo(1);
        assertThat(monitor.tick().checked()).isEqualTo(1);
        assertThat(monitor.tick().checked()).isZero();
        assertThat(fixture.shard(one).checkedAt()).isNull();
        assertThat(fixture.shard(two).checkedAt()).isNull();
        fixture.pass(Duration.ofDays(1));
        assertThat(monitor.tick().checked()).isEqualTo(1);
    }
}
