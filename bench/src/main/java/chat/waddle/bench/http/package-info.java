@NullMarked
package chat.waddle.bench.http;

import org.jspecify.annotations.NullMarked;
