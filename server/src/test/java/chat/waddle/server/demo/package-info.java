@NullMarked
package chat.waddle.server.demo;

import org.jspecify.annotations.NullMarked;
