/// Channels and categories of a waddle.
@NullMarked
package chat.waddle.server.channel;

import org.jspecify.annotations.NullMarked;
