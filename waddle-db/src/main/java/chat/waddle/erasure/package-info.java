/// Takes a person out of a waddle's file.
@NullMarked
package chat.waddle.erasure;

import org.jspecify.annotations.NullMarked;
