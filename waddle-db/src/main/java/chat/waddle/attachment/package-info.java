/// Files that members upload: their rows in the waddle's file, their content in the object store.
@NullMarked
package chat.waddle.attachment;

import org.jspecify.annotations.NullMarked;
