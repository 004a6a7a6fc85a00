@NullMarked
package chat.waddle.server.audit;

import org.jspecify.annotations.NullMarked;
