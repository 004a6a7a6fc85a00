@NullMarked
package chat.waddle.directory.notification;

import org.jspecify.annotations.NullMarked;
