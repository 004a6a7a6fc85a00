@NullMarked
package chat.waddle.automod;

import org.jspecify.annotations.NullMarked;
