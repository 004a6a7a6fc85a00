/// Where conversations live, and who may begin one with whom.
@NullMarked
package chat.waddle.directory.conversation;

import org.jspecify.annotations.NullMarked;
