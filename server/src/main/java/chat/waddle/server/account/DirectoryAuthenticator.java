package chat.waddle.server.account;

import chat.waddle.directory.session.Authentication;
import chat.waddle.server.http.Authenticator;
import chat.waddle.server.http.Caller;
import chat.waddle.server.http.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Knows callers by the directory's sign-ins and API tokens. Asked at every request; thread-safe.
public final class DirectoryAuthenticator implements Authenticator {
    /// The scopes an API token can be given, by the place of their bit in [#OF_TOKENS].
    static final List<Scope> GRANTABLE = List.of(Scope.READ, Scope.WRITE, Scope.ADMIN);

    private static final List<Set<Scope>> OF_TOKENS = combinations();

    private final Authentication authentication;

    public DirectoryAuthenticator(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public Optional<Caller> authenticate(String accessToken) {
        return authentication.authenticate(accessToken).map(DirectoryAuthenticator::caller);
    }

    @Override
    public Optional<Caller> remembered(String accessToken) {
        return authentication.remembered(accessToken).map(DirectoryAuthenticator::caller);
    }

    private static Caller caller(chat.waddle.directory.session.Caller known) {
        return new Caller(known.userId(), known.sessionId(), known.operator(), known.guest(), scopes(known));
    }

    /// Every set there can be is made once, so that a request makes none.
    private static Set<Scope> scopes(chat.waddle.directory.session.Caller known) {
        if (known.scopes().contains(chat.waddle.directory.session.Caller.EVERYTHING)) {
            return Caller.ALL_SCOPES;
        }
        int bits = 0;
        for (int place = 0; place < GRANTABLE.size(); place++) {
            if (known.scopes().contains(GRANTABLE.get(place).label())) {
                bits |= 1 << place;
            }
        }
        return OF_TOKENS.get(bits);
    }

    private static List<Set<Scope>> combinations() {
        return IntStream.range(0, 1 << GRANTABLE.size())
                .mapToObj(DirectoryAuthenticator::combination)
                .toList();
    }

    private static Set<Scope> combination(int bits) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (int place = 0; place < GRANTABLE.size(); place++) {
            if ((bits >> place & 1) == 1) {
                scopes.add(GRANTABLE.get(place));
            }
        }
        return Set.copyOf(scopes);
    }
}
