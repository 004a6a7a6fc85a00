@NullMarked
package chat.waddle.directory.audit;

import org.jspecify.annotations.NullMarked;
