package chat.waddle.directory.session;

import chat.waddle.directory.secret.TokenHash;

/// A sign-in about to be stored: the hashes of its tokens and how long they live.
public record SessionSeed(
        TokenHash family, TokenHash refresh, TokenHash access, long accessMillis, long refreshMillis) {}
