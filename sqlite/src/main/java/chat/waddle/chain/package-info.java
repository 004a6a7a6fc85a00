/// Logs whose lines are chained by hashes, so that a changed or missing line shows.
@NullMarked
package chat.waddle.chain;

import org.jspecify.annotations.NullMarked;
