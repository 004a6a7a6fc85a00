@NullMarked
package chat.waddle.bench.peers;

import org.jspecify.annotations.NullMarked;
