package chat.waddle.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The loop around a piece of work.
@Timeout(30)
class RunUntilClosedTest {
    @Test
    void aFailureDoesNotEndTheLoop() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        Runnable work = () -> {
            three.countDown();
            throw new IllegalStateException("round " + rounds.incrementAndGet());
        };
        try (RunUntilClosed loop = RunUntilClosed.start("test", work, Duration.ofMillis(1))) {
            assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(loop).isNotNull();
        }
    }

    @Test
    void closingDoesNotWaitForTheNextRound() {
        AtomicInteger rounds = new AtomicInteger();
        RunUntilClosed loop = RunUntilClosed.start("test", rounds::incrementAndGet, Duration.ofHours(1));
        loop.close();
        loop.close();
        assertThat(rounds).hasValue(0);
    }

    @Test
    void aRoundCanBeAskedFor() throws InterruptedException {
        CountDownLatch once = new CountDownLatch(1);
        try (RunUntilClosed loop = RunUntilClosed.start("test", once::countDown, Duration.ofHours(1))) {
            loop.soon();
            assertThat(once.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
