@NullMarked
package chat.waddle.shard;

import org.jspecify.annotations.NullMarked;
