package chat.waddle.directory;

import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.session.TokenCache;
import chat.waddle.directory.store.Invalidations;
import chat.waddle.directory.waddle.RouteCache;
import chat.waddle.ids.WaddleId;
import java.util.Collection;

/// The remembered answers of the directory, which commits make forget.
record DirectoryCaches(TokenCache tokens, RouteCache routes) implements Invalidations {
    DirectoryCaches() {
        this(new TokenCache(), new RouteCache());
    }

    @Override
    public void tokensChanged(Collection<TokenHash> changed) {
        tokens.forget(changed);
    }

    @Override
    public void routeChanged(WaddleId waddle) {
        routes.forget(waddle);
    }

    @Override
    public void everythingChanged() {
        tokens.forgetAll();
        routes.forgetAll();
    }
}
