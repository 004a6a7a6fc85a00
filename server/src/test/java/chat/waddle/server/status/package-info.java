@NullMarked
package chat.waddle.server.status;

import org.jspecify.annotations.NullMarked;
