/// The books of sessions in voice channels, over HTTP.
@NullMarked
package chat.waddle.server.voice;

import org.jspecify.annotations.NullMarked;
