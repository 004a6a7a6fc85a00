package chat.waddle.server.http;

import java.util.Locale;

/// What a token may be used for. Checked for every route that is not public, before the handler runs.
///
/// An API token carries some of [#READ], [#WRITE] and [#ADMIN]; a signed-in person has all scopes. A scope never gives
/// more than the account itself may do.
public enum Scope {
    /// `GET` routes.
    READ,
    /// Every other route, except those of operators.
    WRITE,
    /// The routes of operators, whatever their method; of use only to operators.
    ADMIN,
    /// The account's own keys: sign-ins, tokens, password, deletion. No API token has it, so none can make itself
    /// stronger or outlive its end.
    ACCOUNT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The name on the wire.
    public String label() {
        return label;
    }

    static Scope neededBy(Route route) {
        if (route.access() instanceof Access.Operator) {
            return ADMIN;
        }
        return route.method() == Method.GET ? READ : WRITE;
    }
}
