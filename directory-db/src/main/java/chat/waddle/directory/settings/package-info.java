@NullMarked
package chat.waddle.directory.settings;

import org.jspecify.annotations.NullMarked;
