package chat.waddle.server.account;

import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RouteHandler;
import chat.waddle.server.http.Scope;

/// Keeps API tokens away from the keys of their account, so that a stolen one can neither make itself stronger nor
/// lock its owner out.
public final class OwnSignIn {
    private OwnSignIn() {}

    public static RouteHandler only(RouteHandler handler) {
        return exchange -> {
            if (!exchange.caller().may(Scope.ACCOUNT)) {
                throw new Problem.Forbidden("sign_in_required", "An API token cannot do this; sign in.").asException();
            }
            handler.handle(exchange);
        };
    }
}
