@NullMarked
package chat.waddle.directory.export;

import org.jspecify.annotations.NullMarked;
