package chat.waddle.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.sqlite.StorageException.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// The watchdog ends waits that are over, and no others.
class WaitersTest {
    private final Waiters waiters = new Waiters();

    @Test
    void anAnswerThatIsOverdueFailsWithItsKindAndOthersWaitOn() {
        CompletableFuture<String> read = waiters.watch(
                new CompletableFuture<>(), Kind.DEADLINE, Duration.ofNanos(1).negated());
        CompletableFuture<String> write = waiters.watch(
                new CompletableFuture<>(), Kind.IO, Duration.ofNanos(1).negated());
        CompletableFuture<String> patient = waiters.watch(new CompletableFuture<>(), Kind.IO, Duration.ofHours(1));
        waiters.failOverdue();

        assertThatThrownBy(() -> Waiters.await(read))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DEADLINE));
        assertThatThrownBy(() -> Waiters.await(write)).isInstanceOfSatisfying(StorageException.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.IO);
            assertThat(e).hasMessageContaining("unknown");
        });
        assertThat(patient).isNotDone();
        patient.complete("there");
        assertThat(Waiters.await(patient)).isEqualTo("there");
        assertThat(waiters.count()).isZero();
    }

    @Test
    void anAnswerThatIsThereIsNotWatched() {
        CompletableFuture<String> answer =
                waiters.watch(CompletableFuture.completedFuture("there"), Kind.IO, Duration.ofHours(1));
        assertThat(waiters.count()).isZero();
        assertThat(Waiters.await(answer)).isEqualTo("there");
    }
}
