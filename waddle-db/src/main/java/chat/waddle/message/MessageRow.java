package chat.waddle.message;

import chat.waddle.attachment.Attachment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One message on its way from the file to an encoder; filled anew for each row, so nobody keeps it.
///
/// Numbers are public ids; 0 stands for none where a message may have none.
public final class MessageRow {
    long id;
    long channelId;
    long authorId;
    long threadId;
    long replyToId;
    int flags;
    int contentType;
    byte[] content = new byte[0];
    int editCount;
    long editedAtMillis;
    long deletedAtMillis;

    @Nullable
    String metadata;

    long robotId;
    long robotResponseToId;
    int deliveryStatus;
    List<ReactionCount> reactions = List.of();
    Mentions mentions = Mentions.NONE;
    List<Attachment> attachments = List.of();
    boolean hasThread;
    boolean hasReply;

    MessageRow() {}

    public long id() {
        return id;
    }

    public long channelId() {
        return channelId;
    }

    public long authorId() {
        return authorId;
    }

    public boolean hasThread() {
        return hasThread;
    }

    public long threadId() {
        return threadId;
    }

    public boolean hasReply() {
        return hasReply;
    }

    public long replyToId() {
        return replyToId;
    }

    public boolean is(MessageFlag flag) {
        return flag.in(flags);
    }

    public ContentType contentType() {
        return ContentType.of(contentType);
    }

    /// The text as UTF-8; not to be changed.
    public byte[] content() {
        return content;
    }

    public int editCount() {
        return editCount;
    }

    /// Milliseconds since 1970; only where the message was edited.
    public long editedAtMillis() {
        return editedAtMillis;
    }

    /// Milliseconds since 1970; only where the message is deleted.
    public long deletedAtMillis() {
        return deletedAtMillis;
    }

    /// The emoji that members reacted with, the first used first; only where there are any.
    public List<ReactionCount> reactions() {
        return reactions;
    }

    /// Whom it calls; only where it calls anybody.
    public Mentions mentions() {
        return mentions;
    }

    /// A JSON object; only where the message has one.
    public String metadata() {
        return Objects.requireNonNull(metadata);
    }

    /// Only where a robot says it.
    public long robotId() {
        return robotId;
    }

    /// The message that the robot answers; 0 where it answers none. Only where a robot says it.
    public long robotResponseToId() {
        return robotResponseToId;
    }

    /// Only where a robot says it; all others are delivered.
    public DeliveryStatus deliveryStatus() {
        return DeliveryStatus.of(deliveryStatus);
    }

    public boolean hasAttachments() {
        return (flags & MessageFlag.ATTACHED) != 0;
    }

    /// Its files in order; only where the message has some.
    public List<Attachment> attachments() {
        return attachments;
    }
}
