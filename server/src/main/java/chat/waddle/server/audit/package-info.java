/// The server's audit log over HTTP.
@NullMarked
package chat.waddle.server.audit;

import org.jspecify.annotations.NullMarked;
