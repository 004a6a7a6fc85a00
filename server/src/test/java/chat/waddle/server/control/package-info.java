/// Tests of the package of the same name.
@NullMarked
package chat.waddle.server.control;

import org.jspecify.annotations.NullMarked;
