@NullMarked
package chat.waddle.server.reminder;

import org.jspecify.annotations.NullMarked;
