package chat.waddle.directory.session;

import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// The places an account is signed in at: refresh, list, end.
///
/// A refresh token works once. Presented again within ten seconds by a client that missed the answer, or by a second
/// request that raced it, it gets the very same answer from memory; later it counts as stolen and ends its family. A
/// restart forgets those answers. Thread-safe.
public final class Sessions {
    private static final long ANSWERS_LIMIT = 10_000;
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(7);
    private static final int PRUNE_BATCH = 500;

    private final DirectoryStore store;
    private final InstantSource clock;
    private final TokenMint mint;
    private final Cache<TokenHash, CompletableFuture<RefreshOutcome>> answers;

    public Sessions(DirectoryStore store, InstantSource clock, TokenMint mint, SessionLifetimes lifetimes) {
        this.store = store;
        this.clock = clock;
        this.mint = mint;
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(lifetimes.retry())
                .maximumSize(ANSWERS_LIMIT)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    public static void register(CommandTypes.Builder types) {
        types.add(20, "rotate_session", RotateSession.class);
        types.add(21, "end_sessions", EndSessions.class);
        types.add(22, "prune_sessions", PruneSessions.class);
        types.add(23, "create_api_token", CreateApiToken.class);
        types.add(24, "revoke_api_token", RevokeApiToken.class);
    }

    public RefreshOutcome refresh(String refreshToken, Origin origin) {
        if (!TokenMint.isRefreshToken(refreshToken)) {
            return new RefreshOutcome.Refused();
        }
        TokenHash presented = TokenHash.of(refreshToken);
        CompletableFuture<RefreshOutcome> mine = new CompletableFuture<>();
        CompletableFuture<RefreshOutcome> first = answers.asMap().putIfAbsent(presented, mine);
        if (first != null) {
            return answerOf(first);
        }
        try {
            RefreshOutcome outcome = rotate(refreshToken, presented, origin);
            if (!(outcome instanceof RefreshOutcome.Refreshed)) {
                answers.invalidate(presented);
            }
            mine.complete(outcome);
            return outcome;
        } catch (RuntimeException e) {
            answers.invalidate(presented);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static RefreshOutcome answerOf(CompletableFuture<RefreshOutcome> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private RefreshOutcome rotate(String refreshToken, TokenHash presented, Origin origin) {
        TokenMint.Minted next = mint.successor(refreshToken);
        return switch (store.commit(new RotateSession(presented, next.seed(), origin), origin)) {
            case RotateSession.Rotation.Rotated rotated ->
                new RefreshOutcome.Refreshed(rotated.user(), rotated.session(), next.tokens());
            case RotateSession.Rotation.Reused reused ->
                new RefreshOutcome.ReuseDetected(reused.user(), reused.session());
            case RotateSession.Rotation.Refused _ -> new RefreshOutcome.Refused();
        };
    }

    /// The living sign-ins of an account, newest first; at most 50.
    public List<SessionView> list(UserId user) {
        long now = clock.millis();
        return store.read(session -> session.sql(SessionSql.class).list(user, now));
    }

    /// Ends the sign-in that asks.
    public void logout(UserId user, SessionId session, Origin origin) {
        store.commit(new EndSessions(user, session, null, EndReason.LOGOUT, origin), origin);
    }

    /// Ends one sign-in of the account.
    ///
    /// @return false when the account has no such living sign-in
    public boolean revoke(UserId user, SessionId session, Origin origin) {
        return store.commit(new EndSessions(user, session, null, EndReason.REVOKED, origin), origin) == 1;
    }

    /// Ends all sign-ins of the account but one.
    ///
    /// @param except stays, or null
    /// @return how many ended
    public int revokeAll(UserId user, @Nullable SessionId except, Origin origin) {
        return store.commit(new EndSessions(user, null, except, EndReason.REVOKED, origin), origin);
    }

    /// Deletes sign-ins that expired a week ago or earlier, at most 500 at a call.
    ///
    /// @return how many were deleted
    public int prune() {
        long before = clock.instant().minus(KEPT_AFTER_EXPIRY).toEpochMilli();
        return store.commit(new PruneSessions(before, PRUNE_BATCH), Origin.system());
    }
}
