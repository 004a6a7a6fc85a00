package chat.waddle.channel;

import chat.waddle.community.Access;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import org.jspecify.annotations.Nullable;

/// A channel of a waddle. Immutable.
///
/// @param num its small number in the file
/// @param name unique among the channels that are not deleted, whatever the case of its letters
/// @param slowModeSeconds the shortest time between two messages of one member; 0 for none
/// @param autoArchiveHours after this long without a message a thread goes to sleep
public record Channel(
        int num,
        ChannelId id,
        String name,
        ChannelType type,
        @Nullable String description,
        int position,
        @Nullable CategoryId category,
        boolean isPrivate,
        boolean isArchived,
        ThreadMode threadMode,
        int slowModeSeconds,
        int autoArchiveHours,
        boolean isDeleted) {

    /// True when the member may do this here at this time.
    public boolean permits(Access access, Permission permission, long nowMillis) {
        return access.may(permission, nowMillis);
    }

    /// Why the one who asks may not do this here, or null.
    public @Nullable CommunityRefusal lacking(Access actor, Permission needed, long nowMillis) {
        if (permits(actor, needed, nowMillis)) {
            return null;
        }
        return actor.inTimeout(nowMillis) ? CommunityRefusal.IN_TIMEOUT : CommunityRefusal.NOT_ALLOWED;
    }

    /// True when the member knows that the channel exists.
    public boolean visibleTo(Access access, long nowMillis) {
        if (isDeleted) {
            return false;
        }
        return access.may(isPrivate ? Permission.VIEW_PRIVATE_CHANNELS : Permission.VIEW_CHANNELS, nowMillis)
                || (isPrivate && access.owner());
    }
}
