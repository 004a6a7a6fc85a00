@NullMarked
package chat.waddle.directory.session;

import org.jspecify.annotations.NullMarked;
