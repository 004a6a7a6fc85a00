package chat.waddle.server.http;

import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.util.Set;

/// Who is behind the token of a request; `operator` is true for accounts that run this server,
/// `guest` for those without a password of their own, `scopes` is what the
/// token may be used for.
public record Caller(UserId userId, SessionId sessionId, boolean operator, boolean guest, Set<Scope> scopes) {
    /// The scopes of a signed-in person.
    public static final Set<Scope> ALL_SCOPES = Set.of(Scope.values());

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /// A signed-in person.
    public Caller(UserId userId, SessionId sessionId, boolean operator) {
        this(userId, sessionId, operator, false, ALL_SCOPES);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
