/// The way a command reaches the server that owns its data directory.
@NullMarked
package chat.waddle.server.control;

import org.jspecify.annotations.NullMarked;
