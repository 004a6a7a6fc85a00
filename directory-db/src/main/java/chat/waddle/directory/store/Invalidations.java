package chat.waddle.directory.store;

import chat.waddle.directory.secret.TokenHash;
import chat.waddle.ids.WaddleId;
import java.util.Collection;

/// Hears which remembered answers a commit made wrong; called by the writer after the commit and before the caller
/// hears of it. Must be quick.
public interface Invalidations {
    /// These tokens do not mean any more what they meant.
    void tokensChanged(Collection<TokenHash> tokens);

    /// The community's route or names changed.
    void routeChanged(WaddleId waddle);

    /// The file was opened again or a commit's fate is unknown: forget everything.
    void everythingChanged();
}
