package chat.waddle.directory.account;

import chat.waddle.directory.session.Tokens;
import chat.waddle.ids.SessionId;

/// An account that has just signed in, with the secrets of its sign-in.
public record SignedIn(Account account, SessionId session, Tokens tokens) {}
