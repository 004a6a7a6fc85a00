/// The demo: real conversation to look at, with an account to do it.
@NullMarked
package chat.waddle.server.demo;

import org.jspecify.annotations.NullMarked;
