@NullMarked
package chat.waddle.channel;

import org.jspecify.annotations.NullMarked;
