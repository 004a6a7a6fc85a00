package chat.waddle.community;

import chat.waddle.ids.UserId;
import java.util.List;

/// What one member may do, as of one moment. Immutable.
///
/// @param member the member's small number in the file
/// @param permissions the union of the member's roles; every bit for the owner and administrators
/// @param position the highest position among the roles; nobody acts on somebody at or above it
/// @param owner true for the one owner
/// @param timeoutUntilMillis until then the member may only read; 0 for never
/// @param roles the small numbers of the roles that were granted; the base role is not among them
/// @param joinedAtMillis the beginning of the stay
public record Access(
        UserId user,
        int member,
        long permissions,
        int position,
        boolean owner,
        long timeoutUntilMillis,
        List<Integer> roles,
        long joinedAtMillis) {
    private static final long READING = Permission.VIEW_CHANNELS.mask()
            | Permission.READ_HISTORY.mask()
            | Permission.READ_EARLIER_HISTORY.mask()
            | Permission.SEARCH.mask();

    /// True when the member may do this at this time; someone in a time-out may only read.
    public boolean may(Permission permission, long nowMillis) {
        return (heldAt(permissions, nowMillis) & permission.mask()) != 0;
    }

    /// What of these permissions is left at this time.
    public long heldAt(long held, long nowMillis) {
        return inTimeout(nowMillis) ? held & READING : held;
    }

    public boolean inTimeout(long nowMillis) {
        return nowMillis < timeoutUntilMillis && !owner;
    }

    /// True when the holder stands above that position, or owns the waddle.
    public boolean outranks(int otherPosition) {
        return owner || position > otherPosition;
    }

    /// True when every one of these bits is held.
    public boolean holdsAll(long bits) {
        return (permissions & bits) == bits;
    }
}
