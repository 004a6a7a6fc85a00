@NullMarked
package chat.waddle.server.contract;

import org.jspecify.annotations.NullMarked;
