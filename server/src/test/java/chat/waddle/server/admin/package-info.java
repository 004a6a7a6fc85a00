@NullMarked
package chat.waddle.server.admin;

import org.jspecify.annotations.NullMarked;
