@NullMarked
package chat.waddle.server.role;

import org.jspecify.annotations.NullMarked;
