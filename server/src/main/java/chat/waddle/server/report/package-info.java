/// Reports of messages and what moderators say of them.
@NullMarked
package chat.waddle.server.report;

import org.jspecify.annotations.NullMarked;
