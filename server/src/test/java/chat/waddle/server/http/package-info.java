/// The server over real connections.
@NullMarked
package chat.waddle.server.http;

import org.jspecify.annotations.NullMarked;
