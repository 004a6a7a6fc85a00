package chat.waddle.participant;

import chat.waddle.community.Permission;
import java.util.Locale;

/// What somebody is in a room. Nobody acts on somebody of the same rank or above, and nobody on the owner.
public enum ParticipantRole {
    OWNER(5),
    ADMIN(4),
    MODERATOR(3),
    MEMBER(2),
    /// May do what the flags say and no more.
    GUEST(1),
    /// Reads only.
    OBSERVER(1);

    private static final long READING =
            Permission.VIEW_CHANNELS.mask() | Permission.READ_HISTORY.mask() | Permission.SEARCH.mask();
    private static final long WRITING = Permission.SEND_MESSAGES.mask()
            | Permission.ATTACH_FILES.mask()
            | Permission.ADD_REACTIONS.mask()
            | Permission.EMBED_METADATA.mask();
    private static final long BELONGING =
            Permission.PIN_MESSAGES.mask() | Permission.MENTION_EVERYONE.mask() | Permission.USE_ROBOTS.mask();
    private static final long MODERATING = Permission.MANAGE_MESSAGES.mask()
            | Permission.READ_EDIT_HISTORY.mask()
            | Permission.MANAGE_FILES.mask()
            | Permission.BYPASS_SLOW_MODE.mask();

    private final int rank;

    ParticipantRole(int rank) {
        this.rank = rank;
    }

    public boolean outranks(ParticipantRole other) {
        return rank > other.rank;
    }

    public boolean isAtLeast(ParticipantRole other) {
        return rank >= other.rank;
    }

    /// The bits of [Permission] that hold for this role in its room, whatever the roles of the waddle say.
    long permissions(boolean canSend, boolean canSeeHistory) {
        long held = READING | (canSeeHistory ? Permission.READ_EARLIER_HISTORY.mask() : 0);
        if (this == OBSERVER || !canSend) {
            return held;
        }
        held |= WRITING;
        held |= isAtLeast(MEMBER) ? BELONGING : 0;
        return isAtLeast(MODERATOR) ? held | MODERATING : held;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ParticipantRole of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
