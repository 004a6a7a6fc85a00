/// Faults put into the real server: kills, failing and full disks, full shards, large fleets. The `*Drill` classes run
/// in the Maven profile `drills` only; they start the packaged jar in processes of its own.
@NullMarked
package chat.waddle.server.drill;

import org.jspecify.annotations.NullMarked;
