@NullMarked
package chat.waddle.server.desk;

import org.jspecify.annotations.NullMarked;
