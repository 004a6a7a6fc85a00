/// Who takes part in rooms: conversations of people and support rooms.
@NullMarked
package chat.waddle.participant;

import org.jspecify.annotations.NullMarked;
