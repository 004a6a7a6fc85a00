package chat.waddle.directory.session;

import chat.waddle.ids.SessionId;
import java.time.Instant;

/// One of the places an account is signed in at, as its owner sees it.
public record SessionView(
        SessionId id,
        String userAgent,
        String ipPrefixHash,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {}
