@NullMarked
package chat.waddle.server.monitor;

import org.jspecify.annotations.NullMarked;
