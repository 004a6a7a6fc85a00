/// What people want to be reminded of.
@NullMarked
package chat.waddle.server.reminder;

import org.jspecify.annotations.NullMarked;
