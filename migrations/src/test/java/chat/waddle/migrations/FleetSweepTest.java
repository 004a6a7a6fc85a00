package chat.waddle.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class FleetSweepTest {
    private static final SweepOptions SMALL_PAGES = new SweepOptions(2, 3, Double.POSITIVE_INFINITY, 7, false);

    private static FleetSweep sweep(Fleet fleet, SweepOptions options) {
        return sweep(fleet, options, SweepListener.SILENT);
    }

    private static FleetSweep sweep(Fleet fleet, SweepOptions options, SweepListener listener) {
        return new FleetSweep(fleet, MemoryFleet.TARGET, options, InstantSource.system(), listener);
    }

    @Test
    void everyShardIsMigratedOnceAndRecorded() {
        MemoryFleet fleet = MemoryFleet.of(50, 1);
        SweepReport report = sweep(fleet, SMALL_PAGES).run();
        assertThat(report.isComplete()).isTrue();
        assertThat(report.migrated()).isEqualTo(50);
        assertThat(fleet.opened).hasSize(50).doesNotHaveDuplicates();
        assertThat(fleet.directory.values()).allMatch(shard -> shard.recordedVersion() == MemoryFleet.TARGET);
        assertThat(fleet.mostAtOnce).isLessThanOrEqualTo(3);
    }

    @Test
    void anEmptyFleetIsComplete() {
        SweepReport report = sweep(new MemoryFleet(), SweepOptions.DEFAULT).run();
        assertThat(report.isComplete()).isTrue();
        assertThat(report.migrated() + report.skipped()).isZero();
    }

    @Test
    void twoThousandCurrentShardsAreSkippedUnopenedInNoTime() {
        MemoryFleet fleet = MemoryFleet.of(2_000, MemoryFleet.TARGET);
        long start = System.nanoTime();
        SweepReport report = sweep(fleet, SweepOptions.DEFAULT).run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(report.skipped()).isEqualTo(2_000);
        assertThat(fleet.opened).isEmpty();
    }

    @Test
    void verifyOpensAlsoTheCurrentShards() {
        MemoryFleet fleet = MemoryFleet.of(20, MemoryFleet.TARGET);
        fleet.files.put(MemoryFleet.id(5), 1); // restored from an old backup behind the directory's back
        SweepReport report = sweep(fleet, SMALL_PAGES.withVerify(true)).run();
        assertThat(report.current()).isEqualTo(19);
        assertThat(report.migrated()).isEqualTo(1);
        assertThat(fleet.opened).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aFailedCanaryStopsEverything() {
        MemoryFleet fleet = MemoryFleet.of(30, 1);
        fleet.broken.put(MemoryFleet.id(1), new IllegalStateException("no such column"));
        SweepReport report = sweep(fleet, SMALL_PAGES).run();
        assertThat(report.ending())
                .isEqualTo(new SweepEnding.CanaryFailed(new SweepFailure(MemoryFleet.id(1), "no such column")));
        assertThat(report.isComplete()).isFalse();
        assertThat(fleet.opened).containsExactly(MemoryFleet.id(0), MemoryFleet.id(1));
    }

    @Test
    void theNextSweepChoosesAnotherCanarySoThatOneDamagedFileBlocksNobody() {
        MemoryFleet fleet = MemoryFleet.of(30, 1);
        fleet.broken.put(MemoryFleet.id(0), new IllegalStateException("damaged"));
        assertThat(sweep(fleet, SMALL_PAGES).run().ending()).isInstanceOf(SweepEnding.CanaryFailed.class);
        SweepReport second = sweep(fleet, SMALL_PAGES).run();
        assertThat(second.ending()).isInstanceOf(SweepEnding.Completed.class);
        assertThat(second.migrated()).isEqualTo(29);
        assertThat(second.failures()).containsExactly(new SweepFailure(MemoryFleet.id(0), "damaged"));
    }

    @Test
    void aBadShardAmongTheOthersIsReportedAndIsolated() {
        MemoryFleet fleet = MemoryFleet.of(40, 1);
        fleet.broken.put(MemoryFleet.id(17), new IllegalStateException("damaged"));
        fleet.broken.put(MemoryFleet.id(31), new IllegalStateException("locked"));
        SweepReport report = sweep(fleet, SMALL_PAGES).run();
        assertThat(report.ending()).isInstanceOf(SweepEnding.Completed.class);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.migrated()).isEqualTo(38);
        assertThat(report.failures())
                .containsExactlyInAnyOrder(
                        new SweepFailure(MemoryFleet.id(17), "damaged"),
                        new SweepFailure(MemoryFleet.id(31), "locked"));
        fleet.broken.clear();
        assertThat(sweep(fleet, SMALL_PAGES).run().migrated()).isEqualTo(2);
    }

    @Test
    void aStoppedSweepIsResumedWithoutOpeningAShardTwice() {
        MemoryFleet fleet = MemoryFleet.of(60, 1);
        List<FleetSweep> running = new ArrayList<>();
        running.add(sweep(fleet, SMALL_PAGES));
        fleet.onOpen = shardId -> {
            if (shardId.equals(MemoryFleet.id(25))) {
                running.getFirst().stop();
            }
        };
        SweepReport first = running.getFirst().run();
        assertThat(first.ending()).isInstanceOf(SweepEnding.Stopped.class);
        assertThat(first.migrated()).isBetween(20L, 35L);
        SweepReport second = sweep(fleet, SMALL_PAGES).run();
        assertThat(second.skipped()).isEqualTo(first.migrated());
        assertThat(second.isComplete()).isTrue();
        assertThat(fleet.opened).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void anInterruptedSweepStopsAndKeepsTheInterruption() {
        MemoryFleet fleet = MemoryFleet.of(30, 1);
        Thread.currentThread().interrupt();
        SweepReport report = sweep(fleet, SMALL_PAGES).run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.ending()).isInstanceOf(SweepEnding.Stopped.class);
        assertThat(fleet.opened).hasSizeLessThan(30);
    }

    @Test
    void shardsRunSideBySideUpToTheConcurrency() {
        MemoryFleet fleet = MemoryFleet.of(12, 1);
        CountDownLatch threeInside = new CountDownLatch(3);
        fleet.onOpen = shardId -> {
            threeInside.countDown();
            try {
                assertThat(threeInside.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        assertThat(sweep(fleet, SMALL_PAGES.withCanaries(0)).run().isComplete()).isTrue();
        assertThat(fleet.mostAtOnce).isEqualTo(3);
    }

    @Test
    void theBrakeSpacesTheShardsEvenly() {
        MemoryFleet fleet = MemoryFleet.of(11, 1);
        Instant[] now = {Instant.EPOCH};
        List<Duration> pauses = new ArrayList<>();
        SweepReport report = new FleetSweep(
                        fleet,
                        MemoryFleet.TARGET,
                        SMALL_PAGES.withMaxShardsPerSecond(4),
                        () -> now[0],
                        SweepListener.SILENT,
                        pause -> {
                            pauses.add(pause);
                            now[0] = now[0].plus(pause);
                        })
                .run();
        assertThat(pauses).hasSize(10).containsOnly(Duration.ofMillis(250));
        assertThat(report.elapsed()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(report.migrated()).isEqualTo(11);
    }

    @Test
    void withoutABrakeNobodyWaits() {
        SweepReport report = new FleetSweep(
                        MemoryFleet.of(11, 1),
                        MemoryFleet.TARGET,
                        SMALL_PAGES,
                        InstantSource.system(),
                        SweepListener.SILENT,
                        pause -> {
                            throw new AssertionError("waited " + pause);
                        })
                .run();
        assertThat(report.migrated()).isEqualTo(11);
    }

    @Test
    void aClockThatJumpsBackCostsOneIntervalOnly() throws InterruptedException {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        List<Duration> pauses = new ArrayList<>();
        Throttle throttle = new Throttle(1, () -> now[0], pauses::add);
        throttle.awaitTurn();
        now[0] = now[0].minus(Duration.ofDays(1));
        throttle.awaitTurn();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void thePlanCountsPerVersionAndChangesNothing() {
        MemoryFleet fleet = MemoryFleet.of(10, 1);
        fleet.put("t1", 2);
        fleet.put("t2", MemoryFleet.TARGET);
        fleet.put("t3", 4);
        fleet.record("t2", new ShardOutcome.Failed("locked"));
        var before = List.copyOf(fleet.directory.values());
        SweepPlan plan = sweep(fleet, SMALL_PAGES).plan();
        assertThat(plan.shardsByVersion()).isEqualTo(Map.of(1, 10L, 2, 1L, 3, 1L, 4, 1L));
        assertThat(plan.total()).isEqualTo(13);
        assertThat(plan.pending()).isEqualTo(13);
        assertThat(plan.failedBefore()).isEqualTo(1);
        assertThat(plan.newer()).isEqualTo(1);
        assertThat(fleet.opened).isEmpty();
        assertThat(fleet.directory.values()).containsExactlyElementsOf(before);
    }

    @Test
    void progressIsToldOneAtATimeAndEndsAtTheTotal() {
        MemoryFleet fleet = MemoryFleet.of(20, 1);
        fleet.put("t", MemoryFleet.TARGET);
        fleet.broken.put(MemoryFleet.id(9), new IllegalStateException("damaged"));
        List<SweepProgress> heard = new ArrayList<>();
        List<SweepFailure> failures = new ArrayList<>();
        sweep(fleet, SMALL_PAGES, new SweepListener() {
                    @Override
                    public void onProgress(SweepProgress progress) {
                        heard.add(progress);
                    }

                    @Override
                    public void onFailure(SweepFailure failure) {
                        failures.add(failure);
                    }
                })
                .run();
        assertThat(heard).extracting(SweepProgress::done).isSorted().hasSize(20);
        assertThat(heard).allMatch(progress -> progress.total() == 20);
        assertThat(heard.getLast().failed()).isEqualTo(1);
        assertThat(heard.getLast().shardsPerSecond()).isPositive();
        assertThat(failures).containsExactly(new SweepFailure(MemoryFleet.id(9), "damaged"));
    }

    @Test
    void anOutcomeAtAnotherVersionCountsAsFailed() {
        MemoryFleet fleet = MemoryFleet.of(1, 1);
        SweepReport report = new FleetSweep(
                        fleet,
                        MemoryFleet.TARGET + 1,
                        SweepOptions.DEFAULT.withCanaries(0),
                        InstantSource.system(),
                        SweepListener.SILENT)
                .run();
        assertThat(report.failures())
                .containsExactly(new SweepFailure(MemoryFleet.id(0), "it is at version 3 instead of 4"));
    }

    @Test
    void anOutcomeThatCannotBeRecordedCountsAsFailed() {
        MemoryFleet shards = MemoryFleet.of(2, 1);
        Fleet forgetful = new Fleet() {
            @Override
            public List<FleetShard> pageAfter(String afterShardId, int limit) {
                return shards.pageAfter(afterShardId, limit);
            }

            @Override
            public ShardOutcome migrate(String shardId) {
                return shards.migrate(shardId);
            }

            @Override
            public void record(String shardId, ShardOutcome outcome) {
                throw new IllegalStateException("directory is gone");
            }
        };
        SweepReport report = sweep(forgetful, SMALL_PAGES.withCanaries(0)).run();
        assertThat(report.failed()).isEqualTo(2);
        assertThat(report.failures().getFirst().reason())
                .contains("could not be recorded")
                .contains("directory is gone");
    }

    @Test
    void pagesOfEverySizeReachEveryShardOnce() {
        MemoryFleet fleet = MemoryFleet.of(12, 1);
        for (int pageSize : new int[] {1, 5, 6, 12, 13, 500}) {
            var seen = new HashSet<String>();
            new FleetPages(fleet, pageSize)
                    .forEachRemaining(
                            shard -> assertThat(seen.add(shard.shardId())).isTrue());
            assertThat(seen).hasSize(12);
        }
    }

    @Test
    void senselessOptionsAreRefused() {
        assertThatThrownBy(() -> SweepOptions.DEFAULT.withConcurrency(0)).hasMessageContaining("concurrency");
        assertThatThrownBy(() -> SweepOptions.DEFAULT.withCanaries(-1)).hasMessageContaining("canaries");
        assertThatThrownBy(() -> SweepOptions.DEFAULT.withMaxShardsPerSecond(0)).hasMessageContaining("maxShards");
        assertThatThrownBy(() -> SweepOptions.DEFAULT.withMaxShardsPerSecond(Double.NaN))
                .hasMessageContaining("maxShards");
        assertThat(SweepOptions.DEFAULT.withConcurrency(64).concurrency()).isEqualTo(64);
    }
}
