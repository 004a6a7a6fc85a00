/// IRC channel logs read as messages: files in, records out; nothing here knows SQL or HTTP.
///
/// One pass per log: bytes are cut into lines, a line is decoded, told apart (chat, action, system, other), stamped by
/// the log's clock and
/// joined with the replies of the annotation file beside it. Whatever is left out is counted.
@NullMarked
package chat.waddle.server.irc;

import org.jspecify.annotations.NullMarked;
