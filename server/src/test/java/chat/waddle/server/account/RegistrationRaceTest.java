package chat.waddle.server.account;

import static chat.waddle.server.account.AccountServer.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many who want one name at the same moment.
class RegistrationRaceTest {
    private static final int RACERS = 8;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ofManyRegistrationsForOneNameExactlyOneWins() throws Exception {
        try (AccountServer server = new AccountServer(folder)) {
            List<String> results = race(
                    server,
                    racer -> AccountServer.registration("ada")
                            .replace("ada@example.org", "ada" + racer + "@example.org"));
            assertThat(results).hasSize(RACERS).containsOnly("201 ", "409 username_taken");
            assertThat(results).filteredOn("201 "::equals).hasSize(1);
        }
    }

    @Test
    void ofManyRegistrationsForOneAddressExactlyOneWins() throws Exception {
        try (AccountServer server = new AccountServer(folder)) {
            List<String> results = race(
                    server,
                    racer -> AccountServer.registration("ada")
                            .replace("\"username\": \"ada\"", "\"username\": \"ada" + racer + "\""));
            assertThat(results).hasSize(RACERS).containsOnly("201 ", "409 email_taken");
            assertThat(results).filteredOn("201 "::equals).hasSize(1);
        }
    }

    private static List<String> race(AccountServer server, java.util.function.IntFunction<String> body)
            throws Exception {
        CountDownLatch start = new CountDownLatch(RACERS);
        try (ExecutorService racers = Executors.newFixedThreadPool(RACERS)) {
            List<Callable<String>> tasks = IntStream.range(0, RACERS)
                    .<Callable<String>>mapToObj(racer -> () -> {
                        start.countDown();
                        start.await();
                        Answer answer = server.post("/auth/register", NOBODY, body.apply(racer));
                        return answer.status() + " " + answer.code();
                    })
                    .toList();
            return racers.invokeAll(tasks).stream().map(Future::resultNow).toList();
        }
    }
}
