package chat.waddle.directory.status;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.account.ImportedUsers;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand statuses that expire within the same minute.
final class StatusExpiryLoadTest {
    private static final int PEOPLE = 10_000;
    private static final Duration STEP = Duration.ofMillis(500);
    private static final Origin SYSTEM = Origin.system();

    @TempDir
    private Path folder;

    /// When each status that counts expires; those who replaced it by one without an end are missing.
    private final Map<UserId, Instant> ends = new HashMap<>();

    @Test
    void eachIsClearedWithinASecondNoneEarlyAndNoneThatWasReplacedAlsoOverARestart() throws Exception {
        try (DirectoryFixture fixture = new DirectoryFixture(folder)) {
            List<UserId> people = people(fixture);
            Instant first = fixture.now().plus(Duration.ofMinutes(10));
            setAll(fixture, people, i -> first.plusMillis(i * 7L % 60_000));
            setAll(fixture, people.subList(0, 1_000), _ -> first.plus(Duration.ofHours(1)));
            setAll(fixture, people.subList(1_000, 2_000), _ -> null);

            fixture.pass(Duration.between(fixture.now(), first.minus(STEP)));
            int cleared = 0;
            for (int step = 0; step < 121; step++) {
                fixture.pass(STEP);
                if (step == 60) {
                    fixture.reopen();
                }
                cleared += fixture.directory().statuses().timer().tick();
                assertThat(still(fixture))
                        .as("with an end at " + fixture.now())
                        .isEqualTo(ends.values().stream()
                                .filter(end -> end.isAfter(fixture.now()))
                                .count());
            }

            assertThat(cleared).isEqualTo(8_000);
            assertThat(still(fixture)).isEqualTo(1_000);
            for (UserId kept : people.subList(0, 2_000)) {
                assertThat(fixture.directory().statuses().of(kept).text()).isEqualTo("Busy");
            }
            for (UserId gone : people.subList(2_000, PEOPLE)) {
                assertThat(fixture.directory().statuses().of(gone).text()).isEmpty();
            }
        }
    }

    private static List<UserId> people(DirectoryFixture fixture) {
        List<UserId> people = new ArrayList<>();
        for (int from = 0; from < PEOPLE; from += 500) {
            List<ImportedUsers.Author> authors = IntStream.range(from, from + 500)
                    .mapToObj(i -> new ImportedUsers.Author("p" + i, "Person " + i))
                    .toList();
            people.addAll(fixture.directory()
                    .importedUsers()
                    .accountsOf("test", authors, SYSTEM)
                    .values());
        }
        return people;
    }

    private void setAll(DirectoryFixture fixture, List<UserId> people, End end) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            List<Future<StatusOutcome>> answers = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                UserId user = people.get(i);
                Instant at = end.of(i);
                StatusChange change = new StatusChange(null, "Busy", true, at, null);
                answers.add(threads.submit(() -> fixture.directory().statuses().set(user, change, SYSTEM)));
                if (at == null) {
                    ends.remove(user);
                } else {
                    ends.put(user, at);
                }
            }
            for (Future<StatusOutcome> answer : answers) {
                assertThat(answer.get()).isInstanceOf(StatusOutcome.Done.class);
            }
        }
    }

    /// How many rows still hold a status with an end, whatever readers make of it.
    private static long still(DirectoryFixture fixture) {
        return fixture.directory()
                .engine()
                .run(session -> session.handle()
                        .createQuery("SELECT count(*) FROM user_statuses WHERE expires_at IS NOT NULL AND text <> ''")
                        .mapTo(Long.class)
                        .one());
    }

    private interface End {
        @Nullable
        Instant of(int person);
    }
}
