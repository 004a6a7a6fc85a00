/// The support desk: its rooms, who takes part in them, and how they go to who can help.
@NullMarked
package chat.waddle.server.desk;

import org.jspecify.annotations.NullMarked;
