@NullMarked
package chat.waddle.server.notification;

import org.jspecify.annotations.NullMarked;
