/// Whether the server lives and is ready to serve.
@NullMarked
package chat.waddle.server.health;

import org.jspecify.annotations.NullMarked;
