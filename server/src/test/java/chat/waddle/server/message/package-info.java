@NullMarked
package chat.waddle.server.message;

import org.jspecify.annotations.NullMarked;
