@NullMarked
package chat.waddle.bench.engine;

import org.jspecify.annotations.NullMarked;
