@NullMarked
package chat.waddle.server.voice;

import org.jspecify.annotations.NullMarked;
