package chat.waddle.directory.session;

import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.DirectoryStore;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells who is behind a token; asked at every request.
///
/// A token seen before costs one SHA-256 and a look into memory. A sign-in that ended is refused from the moment its
/// commit is answered; the end of a token's life is checked against the clock each time. Thread-safe.
public final class Authentication {
    private final DirectoryStore store;
    private final InstantSource clock;
    private final TokenCache cache;

    public Authentication(DirectoryStore store, InstantSource clock, TokenCache cache) {
        this.store = store;
        this.clock = clock;
        this.cache = cache;
    }

    /// The caller behind an access or API token, or empty when it is unknown, expired or revoked.
    public Optional<Caller> authenticate(String token) {
        Optional<TokenHash> access = TokenMint.accessHash(token);
        if (access.isPresent()) {
            return meaning(access.get(), true);
        }
        return TokenMint.apiHash(token).flatMap(hash -> meaning(hash, false));
    }

    /// The same from memory alone: empty where the token has not been seen lately, or is not good.
    public Optional<Caller> remembered(String token) {
        return TokenMint.accessHash(token).or(() -> TokenMint.apiHash(token)).flatMap(hash -> valid(cache.get(hash)));
    }

    private Optional<Caller> meaning(TokenHash hash, boolean ofSession) {
        TokenCache.Known known = cache.get(hash);
        return valid(known == null ? load(hash, ofSession) : known);
    }

    private Optional<Caller> valid(TokenCache.@Nullable Known known) {
        if (known == null || known.validUntil() <= clock.millis()) {
            return Optional.empty();
        }
        return Optional.of(known.caller());
    }

    private TokenCache.@Nullable Known load(TokenHash hash, boolean ofSession) {
        long position = cache.position();
        long now = clock.millis();
        Optional<SessionSql.TokenRow> row = store.read(session -> ofSession
                ? session.sql(SessionSql.class).byAccess(hash.text())
                : session.sql(ApiTokenSql.class).byHash(hash.text(), now));
        if (row.isEmpty()) {
            return null;
        }
        SessionSql.TokenRow found = row.get();
        Caller caller =
                new Caller(found.user(), found.id(), found.operator(), found.guest(), Scopes.parse(found.scopes()));
        TokenCache.Known known = new TokenCache.Known(caller, found.validUntil());
        cache.remember(hash, known, position);
        return known;
    }
}
