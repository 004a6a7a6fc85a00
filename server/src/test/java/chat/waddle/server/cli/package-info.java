/// Tests of the package of the same name.
@NullMarked
package chat.waddle.server.cli;

import org.jspecify.annotations.NullMarked;
