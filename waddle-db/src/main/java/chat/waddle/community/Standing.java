package chat.waddle.community;

import org.jspecify.annotations.Nullable;

/// Who may do something at all, and to whom.
public final class Standing {
    private Standing() {}

    /// Why the one who asks may not do this, or null.
    public static @Nullable CommunityRefusal lacking(Access actor, Permission needed, long nowMillis) {
        if (actor.may(needed, nowMillis)) {
            return null;
        }
        return actor.inTimeout(nowMillis) ? CommunityRefusal.IN_TIMEOUT : CommunityRefusal.NOT_ALLOWED;
    }

    /// Why the one who asks may not act on that member, or null; oneself is no exception.
    public static @Nullable CommunityRefusal beneath(Access actor, Access target) {
        if (target.owner() && !actor.owner()) {
            return CommunityRefusal.OWNER_PROTECTED;
        }
        return actor.outranks(target.position()) ? null : CommunityRefusal.ABOVE_ACTOR;
    }

    /// Why the one who asks may not act on a role, or null.
    public static @Nullable CommunityRefusal beneath(Access actor, int rolePosition) {
        return actor.outranks(rolePosition) ? null : CommunityRefusal.ABOVE_ACTOR;
    }

    /// Why the one who asks may not give or take these permissions, or null.
    public static @Nullable CommunityRefusal notHeld(Access actor, long permissions) {
        return actor.holdsAll(permissions) ? null : CommunityRefusal.PERMISSION_NOT_HELD;
    }
}
