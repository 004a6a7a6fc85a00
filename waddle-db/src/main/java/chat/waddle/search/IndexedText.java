package chat.waddle.search;

/// A message that is in the file but not yet in the index.
///
/// @param prepared its text as [SearchText] prepares it
record IndexedText(long id, String prepared) {}
