@NullMarked
package chat.waddle.search;

import org.jspecify.annotations.NullMarked;
