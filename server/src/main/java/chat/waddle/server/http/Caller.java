package chat.waddle.server.http;

import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;

/// Who is signed in on a request; `operator` is true for accounts that run this server.
public record Caller(UserId userId, SessionId sessionId, boolean operator) {}
