/// Tests of the package of the same name.
@NullMarked
package chat.waddle.server.docs;

import org.jspecify.annotations.NullMarked;
