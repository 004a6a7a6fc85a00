@NullMarked
package chat.waddle.directory;

import org.jspecify.annotations.NullMarked;
