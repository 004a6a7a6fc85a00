@NullMarked
package chat.waddle.objectstore;

import org.jspecify.annotations.NullMarked;
