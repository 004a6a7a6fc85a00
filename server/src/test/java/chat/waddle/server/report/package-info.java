@NullMarked
package chat.waddle.server.report;

import org.jspecify.annotations.NullMarked;
