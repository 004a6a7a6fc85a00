package chat.waddle.search;

/// A message that is in the file but not yet in the index.
///
/// @param channel its channel's small number
/// @param prepared its text as [SearchText] prepares it
record IndexedText(int channel, long id, String prepared) {}
