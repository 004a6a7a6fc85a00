/// A small kind of file for the tests of the engine: notes with a full-text index.
@NullMarked
package chat.waddle.sqlite.notes;

import org.jspecify.annotations.NullMarked;
