@NullMarked
package chat.waddle.directory.timer;

import org.jspecify.annotations.NullMarked;
