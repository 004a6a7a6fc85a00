@NullMarked
package chat.waddle.directory.bookmark;

import org.jspecify.annotations.NullMarked;
