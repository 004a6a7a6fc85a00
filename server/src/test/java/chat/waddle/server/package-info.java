@NullMarked
package chat.waddle.server;

import org.jspecify.annotations.NullMarked;
