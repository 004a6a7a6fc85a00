@NullMarked
package chat.waddle.monitor;

import org.jspecify.annotations.NullMarked;
