/// The monitor as the server runs it: its loop, its alerts, its meters, and the sweep of migrations.
@NullMarked
package chat.waddle.server.monitor;

import org.jspecify.annotations.NullMarked;
