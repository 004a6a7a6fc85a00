/// The command line: parsing, settings, and where each command is carried out.
@NullMarked
package chat.waddle.server.cli;

import org.jspecify.annotations.NullMarked;
