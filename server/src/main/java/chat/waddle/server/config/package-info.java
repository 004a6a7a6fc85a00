/// What the operator may set, and where each setting comes from.
@NullMarked
package chat.waddle.server.config;

import org.jspecify.annotations.NullMarked;
