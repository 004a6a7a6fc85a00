@NullMarked
package chat.waddle.server.member;

import org.jspecify.annotations.NullMarked;
