@NullMarked
package chat.waddle.report;

import org.jspecify.annotations.NullMarked;
