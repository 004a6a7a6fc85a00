package chat.waddle.server.account;

import chat.waddle.directory.account.SignedIn;

/// The answer to registering and signing in: the account and the secrets of this sign-in.
record SignedInJson(MeJson user, String accessToken, String refreshToken, long expiresInSeconds) {
    static SignedInJson of(SignedIn signedIn) {
        return new SignedInJson(
                MeJson.of(signedIn.account()),
                signedIn.tokens().accessToken(),
                signedIn.tokens().refreshToken(),
                signedIn.tokens().accessLifetime().toSeconds());
    }

    /// Never the secrets, so that no log gets them by mistake.
    @Override
    public String toString() {
        return "SignedInJson[hidden]";
    }
}
