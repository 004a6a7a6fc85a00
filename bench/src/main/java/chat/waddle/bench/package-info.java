@NullMarked
package chat.waddle.bench;

import org.jspecify.annotations.NullMarked;
