@NullMarked
package chat.waddle.ids;

import org.jspecify.annotations.NullMarked;
