/// HTTP as every feature sees it: routes, exchanges, problems, limits; and the server that carries them.
@NullMarked
package chat.waddle.server.http;

import org.jspecify.annotations.NullMarked;
