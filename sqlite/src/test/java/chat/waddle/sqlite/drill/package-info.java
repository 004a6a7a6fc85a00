/// Faults put into whole processes: kills, failing disks, full disks, cut logs. The `*Drill` classes run in the
/// Maven profile `drills` only.
@NullMarked
package chat.waddle.sqlite.drill;

import org.jspecify.annotations.NullMarked;
