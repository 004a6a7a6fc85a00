@NullMarked
package chat.waddle.community;

import org.jspecify.annotations.NullMarked;
