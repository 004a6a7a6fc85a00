@NullMarked
package chat.waddle.directory.account;

import org.jspecify.annotations.NullMarked;
