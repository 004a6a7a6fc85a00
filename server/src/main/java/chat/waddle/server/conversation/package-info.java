/// Conversations of two or more people, outside of every waddle.
@NullMarked
package chat.waddle.server.conversation;

import org.jspecify.annotations.NullMarked;
