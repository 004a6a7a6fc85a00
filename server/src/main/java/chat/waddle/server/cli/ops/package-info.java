/// The commands of operators: look after shards, check and migrate them, examine the machine, make operators.
@NullMarked
package chat.waddle.server.cli.ops;

import org.jspecify.annotations.NullMarked;
