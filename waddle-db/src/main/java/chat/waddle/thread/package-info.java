@NullMarked
package chat.waddle.thread;

import org.jspecify.annotations.NullMarked;
