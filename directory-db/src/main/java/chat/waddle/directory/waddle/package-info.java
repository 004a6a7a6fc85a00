@NullMarked
package chat.waddle.directory.waddle;

import org.jspecify.annotations.NullMarked;
