package chat.waddle.directory.session;

import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;

/// What came of presenting a refresh token.
public sealed interface RefreshOutcome {
    /// New tokens; the ones before do not work any more.
    record Refreshed(UserId user, SessionId session, Tokens tokens) implements RefreshOutcome {}

    /// Unknown, expired, or its sign-in has ended.
    record Refused() implements RefreshOutcome {}

    /// It was used before, so somebody else may have it: its whole family has just been ended.
    record ReuseDetected(UserId user, SessionId session) implements RefreshOutcome {}
}
