package chat.waddle.server.message;

import chat.waddle.attachment.Attachment;
import chat.waddle.ids.IdClock;
import chat.waddle.message.ByteSink;
import chat.waddle.message.Mentions;
import chat.waddle.message.MessageEncoder;
import chat.waddle.message.MessageFlag;
import chat.waddle.message.MessageRow;
import chat.waddle.message.ReactionCount;
import chat.waddle.server.http.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes messages as JSON straight into bytes; every page of history passes here, so it does no more than it must.
///
/// What most messages do not have comes last and only where it is there: `mentions`, `reactions`, `metadata`,
/// `attachments`, `robotId` with what belongs to it, `deletedAt`. Stateless.
public final class MessageJson implements MessageEncoder {
    private static final byte[] ID = ascii("{\"id\":\"");
    private static final byte[] CHANNEL = ascii("\",\"channelId\":\"");
    private static final byte[] AUTHOR = ascii("\",\"authorId\":\"");
    private static final byte[] CONTENT = ascii("\",\"content\":");
    private static final byte[] TYPE = ascii(",\"contentType\":\"");
    private static final byte[] THREAD = ascii("\",\"threadId\":");
    private static final byte[] REPLY = ascii(",\"replyToId\":");
    private static final byte[] CREATED = ascii(",\"createdAt\":\"");
    private static final byte[] NEVER_EDITED = ascii("\",\"editedAt\":null,\"editCount\":0,\"pinned\":");
    private static final byte[] EDITED = ascii("\",\"editedAt\":\"");
    private static final byte[] EDIT_COUNT = ascii("\",\"editCount\":");
    private static final byte[] PINNED = ascii(",\"pinned\":");
    private static final byte[] MENTIONS = ascii(",\"mentions\":{\"everyone\":");
    private static final byte[] USERS = ascii(",\"userIds\":[");
    private static final byte[] ROLES = ascii("],\"roleIds\":[");
    private static final byte[] END_OF_MENTIONS = ascii("]}");
    private static final byte[] REACTIONS = ascii(",\"reactions\":[");
    private static final byte[] EMOJI = ascii("{\"emoji\":");
    private static final byte[] COUNT = ascii(",\"count\":");
    private static final byte[] METADATA = ascii(",\"metadata\":");
    private static final byte[] ATTACHMENTS = ascii(",\"attachments\":[");
    private static final byte[] ROBOT = ascii(",\"robotId\":\"");
    private static final byte[] ROBOT_RESPONSE = ascii("\",\"robotResponseTo\":");
    private static final byte[] DELIVERY = ascii(",\"deliveryStatus\":\"");
    private static final byte[] VISIBLE = ascii("\",\"visibleToGuests\":");
    private static final byte[] DELETED = ascii(",\"deletedAt\":\"");
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void encode(MessageRow row, ByteSink target) {
        target.put(ID).number(row.id()).put(CHANNEL).number(row.channelId());
        target.put(AUTHOR).number(row.authorId()).put(CONTENT);
        if (row.is(MessageFlag.DELETED)) {
            target.put(NULL);
        } else {
            JsonText.write(row.content(), target);
        }
        target.put(TYPE).ascii(row.contentType().code());
        id(target.put(THREAD), row.hasThread(), row.threadId());
        id(target.put(REPLY), row.hasReply(), row.replyToId());
        JsonText.time(IdClock.millisOf(row.id()), target.put(CREATED));
        if (row.is(MessageFlag.EDITED)) {
            JsonText.time(row.editedAtMillis(), target.put(EDITED));
            target.put(EDIT_COUNT).number(row.editCount()).put(PINNED);
        } else {
            target.put(NEVER_EDITED);
        }
        target.put(row.is(MessageFlag.PINNED) ? TRUE : FALSE);
        if (row.is(MessageFlag.HAS_MENTION) && !row.is(MessageFlag.DELETED)) {
            mentions(row.mentions(), target);
        }
        if (row.is(MessageFlag.HAS_REACTION) && !row.is(MessageFlag.DELETED)) {
            reactions(row, target);
        }
        if (row.is(MessageFlag.HAS_METADATA) && !row.is(MessageFlag.DELETED)) {
            target.put(METADATA).utf8(row.metadata());
        }
        if (row.hasAttachments() && !row.is(MessageFlag.DELETED)) {
            attachments(row, target.put(ATTACHMENTS));
        }
        if (row.is(MessageFlag.OF_ROBOT)) {
            robot(row, target);
        }
        if (row.is(MessageFlag.DELETED)) {
            JsonText.time(row.deletedAtMillis(), target.put(DELETED));
            target.put((byte) '"');
        }
        target.put((byte) '}');
    }

    private static void mentions(Mentions mentions, ByteSink target) {
        target.put(MENTIONS).put(mentions.everyone() ? TRUE : FALSE).put(USERS);
        ids(mentions.users(), target);
        ids(mentions.roles(), target.put(ROLES));
        target.put(END_OF_MENTIONS);
    }

    private static void ids(List<Long> ids, ByteSink target) {
        boolean first = true;
        for (long id : ids) {
            if (!first) {
                target.put((byte) ',');
            }
            target.put((byte) '"').number(id).put((byte) '"');
            first = false;
        }
    }

    private static void reactions(MessageRow row, ByteSink target) {
        target.put(REACTIONS);
        boolean first = true;
        for (ReactionCount reaction : row.reactions()) {
            if (!first) {
                target.put((byte) ',');
            }
            JsonText.write(reaction.emoji().getBytes(StandardCharsets.UTF_8), target.put(EMOJI));
            target.put(COUNT).number(reaction.members()).put((byte) '}');
            first = false;
        }
        target.put((byte) ']');
    }

    private static void attachments(MessageRow row, ByteSink target) {
        boolean first = true;
        for (Attachment attachment : row.attachments()) {
            target.ascii(first ? "{\"id\":\"" : ",{\"id\":\"")
                    .number(attachment.id().value());
            JsonText.write(attachment.filename(), target.ascii("\",\"filename\":"));
            target.ascii(",\"sizeBytes\":").number(attachment.sizeBytes());
            target.ascii(",\"mimeType\":\"").ascii(attachment.mimeType());
            pixels(target.ascii("\",\"width\":"), attachment.width());
            pixels(target.ascii(",\"height\":"), attachment.height());
            target.ascii(",\"hasThumbnail\":").put(attachment.thumbnailKey() == null ? FALSE : TRUE);
            target.put((byte) '}');
            first = false;
        }
        target.put((byte) ']');
    }

    private static void robot(MessageRow row, ByteSink target) {
        target.put(ROBOT).number(row.robotId()).put(ROBOT_RESPONSE);
        id(target, row.robotResponseToId() != 0, row.robotResponseToId());
        target.put(DELIVERY).ascii(row.deliveryStatus().code()).put(VISIBLE);
        target.put(row.is(MessageFlag.HIDDEN_FROM_GUESTS) ? FALSE : TRUE);
    }

    private static void pixels(ByteSink target, int count) {
        if (count == 0) {
            target.put(NULL);
        } else {
            target.number(count);
        }
    }

    private static void id(ByteSink target, boolean present, long id) {
        if (present) {
            target.put((byte) '"').number(id).put((byte) '"');
            return;
        }
        target.put(NULL);
    }
}
