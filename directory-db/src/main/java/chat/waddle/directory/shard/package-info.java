@NullMarked
package chat.waddle.directory.shard;

import org.jspecify.annotations.NullMarked;
