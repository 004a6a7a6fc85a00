@NullMarked
package chat.waddle.directory.store;

import org.jspecify.annotations.NullMarked;
