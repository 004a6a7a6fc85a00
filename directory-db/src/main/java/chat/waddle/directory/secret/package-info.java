@NullMarked
package chat.waddle.directory.secret;

import org.jspecify.annotations.NullMarked;
