@NullMarked
package chat.waddle.server.automod;

import org.jspecify.annotations.NullMarked;
