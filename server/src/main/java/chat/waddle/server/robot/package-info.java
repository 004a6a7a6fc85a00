/// Robots and what they are asked.
@NullMarked
package chat.waddle.server.robot;

import org.jspecify.annotations.NullMarked;
