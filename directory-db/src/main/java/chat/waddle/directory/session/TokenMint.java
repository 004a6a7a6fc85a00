package chat.waddle.directory.session;

import chat.waddle.directory.secret.Secrets;
import chat.waddle.directory.secret.TokenHash;
import java.util.Optional;

/// Makes tokens and knows their forms; the prefix lets scanners for leaked secrets recognise them.
///
/// An access token is `wa_` and 43 characters, a refresh token `wr_`, 43 that stay the same in its family and 43 that
/// are new each time, an API token `wt_` and 43, a one-time link `ws_` and 43. Thread-safe.
public final class TokenMint {
    private static final String ACCESS = "wa_";
    private static final String REFRESH = "wr_";
    private static final String API = "wt_";
    private static final String ONE_TIME = "ws_";
    private static final int PART = 43;

    private final Secrets secrets;
    private final SessionLifetimes lifetimes;

    public TokenMint(Secrets secrets, SessionLifetimes lifetimes) {
        this.secrets = secrets;
        this.lifetimes = lifetimes;
    }

    /// New tokens together with what is stored of them.
    public record Minted(Tokens tokens, SessionSeed seed) {}

    public Minted newFamily() {
        return mint(secrets.token());
    }

    Minted successor(String refreshToken) {
        return mint(familyPart(refreshToken));
    }

    private Minted mint(String family) {
        String access = ACCESS + secrets.token();
        String refresh = REFRESH + family + secrets.token();
        SessionSeed seed = new SessionSeed(
                TokenHash.of(family),
                TokenHash.of(refresh),
                TokenHash.of(access),
                lifetimes.access().toMillis(),
                lifetimes.refresh().toMillis());
        return new Minted(new Tokens(access, refresh, lifetimes.access()), seed);
    }

    String newApiToken() {
        return API + secrets.token();
    }

    public String newOneTimeToken() {
        return ONE_TIME + secrets.token();
    }

    /// The hash of something that has the form of an access token.
    static Optional<TokenHash> accessHash(String token) {
        return hasForm(token, ACCESS, PART) ? Optional.of(TokenHash.of(token)) : Optional.empty();
    }

    static Optional<TokenHash> apiHash(String token) {
        return hasForm(token, API, PART) ? Optional.of(TokenHash.of(token)) : Optional.empty();
    }

    public static Optional<TokenHash> oneTimeHash(String token) {
        return hasForm(token, ONE_TIME, PART) ? Optional.of(TokenHash.of(token)) : Optional.empty();
    }

    static boolean isRefreshToken(String token) {
        return hasForm(token, REFRESH, 2 * PART);
    }

    private static String familyPart(String refreshToken) {
        return refreshToken.substring(REFRESH.length(), REFRESH.length() + PART);
    }

    /// Which characters follow the prefix does not matter: only the hash is compared.
    private static boolean hasForm(String token, String prefix, int length) {
        return token.length() == prefix.length() + length && token.startsWith(prefix);
    }
}
