package chat.waddle.search;

import java.util.List;

/// The part of a text around the words that were found.
///
/// @param text a piece of the message
/// @param highlights places of found words in it, as pairs of begin and end in UTF-16 units
public record Snippet(String text, List<int[]> highlights) {}
