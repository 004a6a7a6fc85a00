package chat.waddle.directory.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordHasherTest {
    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final PasswordHasher hasher = new PasswordHasher(secrets, CHEAP, 1, 10);

    @Test
    void theHashCarriesItsCostAndMatchesOnlyItsPassword() {
        String hash = hasher.hash("Secret-1").orElseThrow();

        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(hasher.check("Secret-1", hash)).contains(PasswordHasher.Verdict.RIGHT);
        assertThat(hasher.check("Secret-2", hash)).contains(PasswordHasher.Verdict.WRONG);
        assertThat(hasher.hash("Secret-1").orElseThrow()).isNotEqualTo(hash);
    }

    @Test
    void aKnownHashOfAnotherProgramIsUnderstood() {
        // made with the reference program: password "password", salt "somesalt", t=2, m=65536, p=1
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hasher.check("password", hash)).contains(PasswordHasher.Verdict.RIGHT_BUT_OUTDATED);
        assertThat(hasher.check("Password", hash)).contains(PasswordHasher.Verdict.WRONG);
    }

    @Test
    void aPasswordTypedDecomposedIsTheSame() {
        String hash = hasher.hash("Zo\u00eb-12345").orElseThrow();

        assertThat(hasher.check("Zoe\u0308-12345", hash)).contains(PasswordHasher.Verdict.RIGHT);
        assertThat(hasher.check("Zoe-12345", hash)).contains(PasswordHasher.Verdict.WRONG);
    }

    @Test
    void anAccountWithoutAPasswordCostsTheSameWorkAndIsNeverRight() {
        PasswordHasher dear = new PasswordHasher(secrets, new Argon2Cost(8 * 1024, 2, 1), 1, 10);
        String hash = dear.hash("Secret-1").orElseThrow();
        long withHash = memoryOf(() -> dear.check("Wrong-1", hash));
        long withoutHash = memoryOf(() -> dear.check("Wrong-1", null));

        assertThat(dear.check("Secret-1", null)).contains(PasswordHasher.Verdict.WRONG);
        assertThat(withoutHash).isGreaterThan(8L << 20);
        assertThat((double) withoutHash / withHash).isBetween(0.99, 1.01);
    }

    /// The memory a hash fills is its work, and unlike its time the same on a busy machine.
    private static long memoryOf(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void moreThanMayWaitAreTurnedAwayAtOnce() throws Exception {
        PasswordHasher narrow = new PasswordHasher(secrets, new Argon2Cost(16 * 1024, 3, 1), 1, 2);
        List<Callable<Optional<String>>> flood = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            flood.add(() -> narrow.hash("Secret-1"));
        }
        int turnedAway = 0;
        try (var threads = Executors.newFixedThreadPool(30)) {
            for (Future<Optional<String>> answer : threads.invokeAll(flood)) {
                turnedAway += answer.get().isEmpty() ? 1 : 0;
            }
        }

        assertThat(turnedAway).isBetween(1, 29);
        assertThat(narrow.hash("Secret-1")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$2a$10$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void anotherFormOfHashIsAnError(String text) {
        assertThatThrownBy(() -> Argon2Hash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
