@NullMarked
package chat.waddle.directory.field;

import org.jspecify.annotations.NullMarked;
