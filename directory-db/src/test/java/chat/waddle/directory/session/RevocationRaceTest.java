package chat.waddle.directory.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.account.SignedIn;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A token whose end was answered is never valid again, however many look it up while it ends.
final class RevocationRaceTest {
    private static final Origin SYSTEM = Origin.system();

    @TempDir
    private Path folder;

    @Test
    void noLookUpAfterALogoutFindsTheSession() throws Exception {
        try (DirectoryFixture fixture = new DirectoryFixture(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Authentication authentication = fixture.directory().authentication();
            AtomicLong found = new AtomicLong();
            for (int round = 0; round < 100; round++) {
                SignedIn user = fixture.member("user" + round);
                String token = user.tokens().accessToken();
                AtomicBoolean ended = new AtomicBoolean();
                Future<?> asking = threads.submit(() -> {
                    while (!ended.get()) {
                        found.addAndGet(authentication.authenticate(token).isPresent() ? 1 : 0);
                    }
                });
                if (round % 2 == 0) {
                    while (authentication.authenticate(token).isEmpty()) {
                        Thread.onSpinWait();
                    }
                }
                fixture.directory().sessions().logout(user.account().id(), user.session(), SYSTEM);

                assertThat(authentication.authenticate(token)).isEmpty();
                ended.set(true);
                asking.get();
                assertThat(authentication.authenticate(token)).isEmpty();
            }
            assertThat(found).hasPositiveValue();
        }
    }

    @Test
    void whatIsLookedUpWhileACommitChangesTokensIsNotRemembered() {
        TokenCache cache = new TokenCache();
        var token = TokenHash.of("token");
        var meaning = new TokenCache.Known(
                new Caller(new UserId(1), new SessionId(2), false, false, Set.of(Caller.EVERYTHING)), Long.MAX_VALUE);
        long before = cache.position();
        cache.forget(List.of(token));

        cache.remember(token, meaning, before);
        assertThat(cache.get(token)).isNull();
        cache.remember(token, meaning, cache.position());
        assertThat(cache.get(token)).isEqualTo(meaning);
    }
}
