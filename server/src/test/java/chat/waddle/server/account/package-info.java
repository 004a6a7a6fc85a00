@NullMarked
package chat.waddle.server.account;

import org.jspecify.annotations.NullMarked;
