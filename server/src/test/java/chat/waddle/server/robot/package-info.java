@NullMarked
package chat.waddle.server.robot;

import org.jspecify.annotations.NullMarked;
