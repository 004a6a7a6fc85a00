package chat.waddle.server.account;

import chat.waddle.directory.session.SessionView;
import chat.waddle.ids.SessionId;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/// One of the places the account is signed in at; `isCurrent` marks the one that asks.
record SessionJson(
        SessionId id,
        String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        @JsonProperty("isCurrent") boolean isCurrent) {
    static SessionJson of(SessionView session, SessionId current) {
        return new SessionJson(
                session.id(),
                session.userAgent(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.id().equals(current));
    }
}
