/// Copies of everything that is an account's, for its owner.
@NullMarked
package chat.waddle.server.export;

import org.jspecify.annotations.NullMarked;
