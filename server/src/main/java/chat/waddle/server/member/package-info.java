/// Members of a waddle, their roles, and who must stay out.
@NullMarked
package chat.waddle.server.member;

import org.jspecify.annotations.NullMarked;
