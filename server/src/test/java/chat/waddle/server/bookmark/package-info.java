@NullMarked
package chat.waddle.server.bookmark;

import org.jspecify.annotations.NullMarked;
