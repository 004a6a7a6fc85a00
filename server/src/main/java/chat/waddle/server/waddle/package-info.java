/// Waddles as a whole: founding, entering, invites, joining, ownership.
///
/// Whatever changes who belongs to a waddle goes through [chat.waddle.server.waddle.MembershipMirror#change], never
/// straight to the shard: the directory's list of somebody's waddles is told there, and only there.
@NullMarked
package chat.waddle.server.waddle;

import org.jspecify.annotations.NullMarked;
