package chat.waddle.directory.account;

import java.time.Instant;

/// A secret that lets its holder set an account's password once.
///
/// @param token shown once; it stands nowhere else
public record SetupLink(String token, Instant expiresAt) {
    /// Never the secret, so that no log gets it by mistake.
    @Override
    public String toString() {
        return "SetupLink[hidden, expiresAt=" + expiresAt + "]";
    }
}
