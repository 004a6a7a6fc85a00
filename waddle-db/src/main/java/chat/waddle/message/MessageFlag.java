package chat.waddle.message;

/// What can be said of a message in one bit; stored, so the bits never change their meaning.
public enum MessageFlag {
    PINNED(1),
    DELETED(2),
    EDITED(4),
    HAS_LINK(8),
    HAS_IMAGE(16),
    HAS_FILE(32),
    HAS_REACTION(64),
    HAS_METADATA(128),
    IMPORTED(256),
    HAS_MENTION(512);

    private final int mask;

    MessageFlag(int mask) {
        this.mask = mask;
    }

    public int mask() {
        return mask;
    }

    public boolean in(int flags) {
        return (flags & mask) != 0;
    }
}
