@NullMarked
package chat.waddle.server.channel;

import org.jspecify.annotations.NullMarked;
