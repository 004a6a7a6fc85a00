@NullMarked
package chat.waddle.server.waddle;

import org.jspecify.annotations.NullMarked;
