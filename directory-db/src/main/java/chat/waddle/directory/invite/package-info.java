@NullMarked
package chat.waddle.directory.invite;

import org.jspecify.annotations.NullMarked;
