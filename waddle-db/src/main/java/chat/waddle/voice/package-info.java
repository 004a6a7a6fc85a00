/// Sessions in voice channels: when they were, and how many took part. Media is the business of others.
@NullMarked
package chat.waddle.voice;

import org.jspecify.annotations.NullMarked;
