package chat.waddle.directory.session;

import java.time.Duration;

/// The secrets a client holds; they exist nowhere else.
///
/// @param accessLifetime how long the access token lives from now
public record Tokens(String accessToken, String refreshToken, Duration accessLifetime) {
    /// Never the secrets, so that no log gets them by mistake.
    @Override
    public String toString() {
        return "Tokens[hidden]";
    }
}
