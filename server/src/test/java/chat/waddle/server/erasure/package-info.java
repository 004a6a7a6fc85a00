@NullMarked
package chat.waddle.server.erasure;

import org.jspecify.annotations.NullMarked;
