/// Roles of a waddle and what they can allow.
@NullMarked
package chat.waddle.server.role;

import org.jspecify.annotations.NullMarked;
