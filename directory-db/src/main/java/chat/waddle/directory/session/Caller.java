package chat.waddle.directory.session;

import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.util.Set;

/// Who is behind a valid token.
///
/// @param sessionId the sign-in, or the API token's id
/// @param operator true for accounts that run this server
/// @param guest true for accounts without a password of their own
/// @param scopes what an API token may do; [#EVERYTHING] alone for a signed-in person
public record Caller(UserId userId, SessionId sessionId, boolean operator, boolean guest, Set<String> scopes) {
    public static final String EVERYTHING = "*";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(String scope) {
        return scopes.contains(EVERYTHING) || scopes.contains(scope);
    }
}
