@NullMarked
package chat.waddle.sqlite;

import org.jspecify.annotations.NullMarked;
