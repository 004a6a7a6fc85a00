/// Tests of the package of the same name.
@NullMarked
package chat.waddle.server.config;

import org.jspecify.annotations.NullMarked;
