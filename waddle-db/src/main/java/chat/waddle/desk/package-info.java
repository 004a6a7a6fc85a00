/// The support desk: rooms about issues, and how they go to who can help.
@NullMarked
package chat.waddle.desk;

import org.jspecify.annotations.NullMarked;
