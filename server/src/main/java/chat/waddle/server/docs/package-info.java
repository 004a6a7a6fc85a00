/// The published contract and the page that shows it.
@NullMarked
package chat.waddle.server.docs;

import org.jspecify.annotations.NullMarked;
