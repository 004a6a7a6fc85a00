package chat.waddle.directory.secret;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hashes and checks passwords with Argon2id on the calling thread, only a few at a time, so that a flood of sign-ins
/// leaves cores and memory to everything else.
///
/// Thread-safe. An empty answer means that too many were waiting already and nothing was done.
public final class PasswordHasher {
    private static final int SALT_BYTES = 16;

    private final Secrets secrets;
    private final Argon2Cost cost;
    private final Semaphore running;
    private final AtomicInteger present = new AtomicInteger();
    private final int presentLimit;
    private final Argon2Hash nobodys;

    /// What a check came to.
    public enum Verdict {
        WRONG,
        RIGHT,
        /// Right, but hashed at another cost than is wanted today.
        RIGHT_BUT_OUTDATED
    }

    /// @param atOnce hashes computed at the same time
    /// @param queueLimit how many more may wait
    public PasswordHasher(Secrets secrets, Argon2Cost cost, int atOnce, int queueLimit) {
        this.secrets = secrets;
        this.cost = cost;
        this.running = new Semaphore(atOnce, true);
        this.presentLimit = atOnce + queueLimit;
        this.nobodys = Argon2Hash.make(secrets.token(), cost, secrets.bytes(SALT_BYTES));
    }

    public Optional<String> hash(String password) {
        return limited(
                () -> Argon2Hash.make(password, cost, secrets.bytes(SALT_BYTES)).text());
    }

    /// Checks a password; where there is no account or it has none, the same work is done and the answer is WRONG.
    public Optional<Verdict> check(String password, @Nullable String storedHash) {
        return limited(() -> {
            if (storedHash == null) {
                boolean _ = nobodys.matches(password);
                return Verdict.WRONG;
            }
            Argon2Hash stored = Argon2Hash.parse(storedHash);
            if (!stored.matches(password)) {
                return Verdict.WRONG;
            }
            return stored.cost().equals(cost) ? Verdict.RIGHT : Verdict.RIGHT_BUT_OUTDATED;
        });
    }

    private <T> Optional<T> limited(Supplier<T> work) {
        if (present.incrementAndGet() > presentLimit) {
            present.decrementAndGet();
            return Optional.empty();
        }
        running.acquireUninterruptibly();
        try {
            return Optional.of(work.get());
        } finally {
            running.release();
            present.decrementAndGet();
        }
    }
}
