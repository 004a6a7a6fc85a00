@NullMarked
package chat.waddle.robot;

import org.jspecify.annotations.NullMarked;
