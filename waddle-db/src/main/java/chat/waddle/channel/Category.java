package chat.waddle.channel;

import chat.waddle.ids.CategoryId;

/// A heading under which channels stand. Immutable.
///
/// @param num its small number in the file
public record Category(int num, CategoryId id, String name, int position, boolean collapsedByDefault) {}
