@NullMarked
package chat.waddle.server.imports;

import org.jspecify.annotations.NullMarked;
