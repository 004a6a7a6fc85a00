package chat.waddle.channel;

import chat.waddle.community.Access;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.participant.Room;
import org.jspecify.annotations.Nullable;

/// A channel of a waddle. Immutable.
///
/// @param num its small number in the file
/// @param name unique among the channels that are not deleted, whatever the case of its letters
/// @param slowModeSeconds the shortest time between two messages of one member; 0 for none
/// @param overwrites those of its category and its own
/// @param autoArchiveHours after this long without a message a thread goes to sleep
/// @param room null for an ordinary channel
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
        boolean isDeleted,
        Overwrites overwrites,
        @Nullable Room room) {

    /// True when the member may do this here at this time.
    public boolean permits(Access access, Permission permission, long nowMillis) {
        return (access.heldAt(effective(access), nowMillis) & permission.mask()) != 0;
    }

    /// What the member holds here, time-outs aside: nothing where the channel may not be seen.
    public long effective(Access access) {
        if (isDeleted) {
            return 0;
        }
        if (room != null) {
            return room.effective(access);
        }
        if (access.holdsAll(Permission.ADMINISTRATOR.mask())) {
            return Permission.all();
        }
        long held = overwrites.applyTo(base(access), access);
        return (held & Permission.VIEW_CHANNELS.mask()) == 0 ? 0 : held;
    }

    /// The least id of a message that the member may read here: all of them, or those since the stay began.
    public long historyFrom(Access access) {
        if ((effective(access) & Permission.READ_EARLIER_HISTORY.mask()) != 0) {
            return Long.MIN_VALUE;
        }
        return stayFrom(access);
    }

    /// The least id of a message that was posted during the member's stay here.
    public long stayFrom(Access access) {
        return room == null ? IdClock.firstAt(access.joinedAtMillis()) : room.stayFrom(access);
    }

    /// True for whom the channel is meant: everybody who sees an ordinary one, and who takes part in a room. Those who
    /// may look into rooms without taking part have nothing unread there.
    public boolean concerns(Access access) {
        return room == null || room.participant(access) != null;
    }

    /// True where the participants decide who may do what.
    public boolean isRoom() {
        return room != null;
    }

    /// The same channel with other overwrites.
    Channel with(Overwrites others) {
        return new Channel(
                num,
                id,
                name,
                type,
                description,
                position,
                category,
                isPrivate,
                isArchived,
                threadMode,
                slowModeSeconds,
                autoArchiveHours,
                isDeleted,
                others,
                room);
    }

    /// What the member holds here before overwrites: a private channel is seen by who may see private ones.
    private long base(Access access) {
        long view = Permission.VIEW_CHANNELS.mask();
        if (!isPrivate) {
            return access.permissions();
        }
        return access.holdsAll(Permission.VIEW_PRIVATE_CHANNELS.mask())
                ? access.permissions() | view
                : access.permissions() & ~view;
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
        return permits(access, Permission.VIEW_CHANNELS, nowMillis);
    }
}
