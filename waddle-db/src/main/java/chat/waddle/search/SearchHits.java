package chat.waddle.search;

import java.util.List;

/// A page of search results.
///
/// @param more true when further hits may follow
public record SearchHits(List<Hit> hits, boolean more) {
    /// One message that was found.
    ///
    /// @param message the encoded message
    public record Hit(long id, byte[] message, Snippet snippet) {}
}
