@NullMarked
package chat.waddle.directory.erasure;

import org.jspecify.annotations.NullMarked;
