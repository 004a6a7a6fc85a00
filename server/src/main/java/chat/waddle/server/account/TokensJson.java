package chat.waddle.server.account;

import chat.waddle.directory.session.Tokens;

/// The answer to a refresh: the secrets that replace the ones before.
record TokensJson(String accessToken, String refreshToken, long expiresInSeconds) {
    static TokensJson of(Tokens tokens) {
        return new TokensJson(
                tokens.accessToken(),
                tokens.refreshToken(),
                tokens.accessLifetime().toSeconds());
    }

    /// Never the secrets, so that no log gets them by mistake.
    @Override
    public String toString() {
        return "TokensJson[hidden]";
    }
}
