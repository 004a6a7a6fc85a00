package chat.waddle.directory.session;

import chat.waddle.directory.secret.TokenHash;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Remembers what valid tokens mean, so that a request costs no read of the file.
///
/// A token may be looked up in the file while a commit takes it away. The answer of that look-up must not be
/// remembered: it is kept only if no commit changed any token since the look-up began, which is asked under the key's
/// own lock, and a commit first counts up and then removes. Thread-safe.
public final class TokenCache {
    private static final long TOKENS_LIMIT = 100_000;

    private final Cache<TokenHash, Known> known =
            Caffeine.newBuilder().maximumSize(TOKENS_LIMIT).build();
    private final AtomicLong changes = new AtomicLong();

    /// A token's meaning and its end, in epoch milliseconds.
    record Known(Caller caller, long validUntil) {}

    @Nullable
    Known get(TokenHash token) {
        return known.getIfPresent(token);
    }

    /// To be asked before looking a token up in the file.
    long position() {
        return changes.get();
    }

    void remember(TokenHash token, Known meaning, long position) {
        known.asMap().compute(token, (_, before) -> changes.get() == position ? meaning : before);
    }

    public void forget(Collection<TokenHash> tokens) {
        changes.incrementAndGet();
        known.invalidateAll(tokens);
    }

    public void forgetAll() {
        changes.incrementAndGet();
        known.invalidateAll();
    }
}
