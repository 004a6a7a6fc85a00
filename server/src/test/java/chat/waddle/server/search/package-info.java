@NullMarked
package chat.waddle.server.search;

import org.jspecify.annotations.NullMarked;
