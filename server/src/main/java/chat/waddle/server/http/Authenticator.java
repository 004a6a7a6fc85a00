package chat.waddle.server.http;

import java.util.Optional;

/// Knows whose access token this is; the accounts feature implements it. Called on every request with a token, so it
/// must be fast. Thread-safe.
@FunctionalInterface
public interface Authenticator {
    /// Nobody has signed in: every token is refused.
    Authenticator NOBODY = _ -> Optional.empty();

    /// The caller behind the token, or empty if the token is unknown, expired or revoked.
    Optional<Caller> authenticate(String accessToken);

    /// The same from memory alone: empty says nothing of the token, and [#authenticate] is asked next.
    default Optional<Caller> remembered(String accessToken) {
        return authenticate(accessToken);
    }
}
