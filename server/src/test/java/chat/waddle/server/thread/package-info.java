@NullMarked
package chat.waddle.server.thread;

import org.jspecify.annotations.NullMarked;
