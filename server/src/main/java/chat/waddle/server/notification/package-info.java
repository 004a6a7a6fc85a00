/// What members want to be told of.
@NullMarked
package chat.waddle.server.notification;

import org.jspecify.annotations.NullMarked;
