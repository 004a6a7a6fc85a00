@NullMarked
package chat.waddle.directory.ban;

import org.jspecify.annotations.NullMarked;
