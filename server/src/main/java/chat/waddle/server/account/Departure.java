package chat.waddle.server.account;

import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;

/// Ends what a deleted account still has elsewhere; called once, after the account is gone.
@FunctionalInterface
public interface Departure {
    void of(UserId user, Origin origin);
}
