/// What only operators of the server may do over HTTP: shards and migrations.
@NullMarked
package chat.waddle.server.admin;

import org.jspecify.annotations.NullMarked;
