@NullMarked
package chat.waddle.directory.reminder;

import org.jspecify.annotations.NullMarked;
