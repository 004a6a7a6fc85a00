@NullMarked
package chat.waddle.directory.status;

import org.jspecify.annotations.NullMarked;
