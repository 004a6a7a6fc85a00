/// What people keep for themselves, and whether they may still see it.
@NullMarked
package chat.waddle.server.bookmark;

import org.jspecify.annotations.NullMarked;
