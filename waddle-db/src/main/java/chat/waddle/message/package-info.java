@NullMarked
package chat.waddle.message;

import org.jspecify.annotations.NullMarked;
