/// The shards as the server uses them: where they live, and what their engines tell.
@NullMarked
package chat.waddle.server.shard;

import org.jspecify.annotations.NullMarked;
