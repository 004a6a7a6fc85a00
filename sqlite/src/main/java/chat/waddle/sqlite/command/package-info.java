@NullMarked
package chat.waddle.sqlite.command;

import org.jspecify.annotations.NullMarked;
