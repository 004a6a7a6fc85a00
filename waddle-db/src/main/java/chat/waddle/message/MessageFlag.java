package chat.waddle.message;

import chat.waddle.attachment.Attachment;
import java.util.List;

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
    HAS_MENTION(512),
    /// A robot says it: there is a robot, a state of delivery and perhaps a message that it answers.
    OF_ROBOT(1024),
    /// A robot says it, and not to guests.
    HIDDEN_FROM_GUESTS(2048),
    /// A robot is still writing it; no index has it.
    STREAMING(4096);

    /// The bits of messages that carry files.
    public static final int ATTACHED = HAS_IMAGE.mask | HAS_FILE.mask;

    private final int mask;

    MessageFlag(int mask) {
        this.mask = mask;
    }

    /// The bits of a message that carries these files.
    static int ofAttachments(List<Attachment> attachments) {
        int flags = 0;
        for (Attachment attachment : attachments) {
            flags |= attachment.isImage() ? HAS_IMAGE.mask : HAS_FILE.mask;
        }
        return flags;
    }

    public int mask() {
        return mask;
    }

    public boolean in(int flags) {
        return (flags & mask) != 0;
    }
}
