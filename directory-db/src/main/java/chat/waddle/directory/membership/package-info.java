@NullMarked
package chat.waddle.directory.membership;

import org.jspecify.annotations.NullMarked;
