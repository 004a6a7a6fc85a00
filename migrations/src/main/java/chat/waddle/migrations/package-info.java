@NullMarked
package chat.waddle.migrations;

import org.jspecify.annotations.NullMarked;
