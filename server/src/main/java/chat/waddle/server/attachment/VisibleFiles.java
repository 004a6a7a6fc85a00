package chat.waddle.server.attachment;

import chat.waddle.attachment.Attachment;
import chat.waddle.attachment.StoredAttachment;
import chat.waddle.channel.Channel;
import chat.waddle.community.Permission;
import chat.waddle.server.http.Json;
import chat.waddle.server.waddle.Visit;
import java.nio.charset.StandardCharsets;

/// Which files a member may see: those of a message with the message, others only their owner. Stateless.
public final class VisibleFiles {
    private VisibleFiles() {}

    public static boolean maySee(Visit visit, StoredAttachment stored) {
        if (!stored.isAttached()) {
            return stored.owner() == visit.access().member();
        }
        Channel channel = visit.shard().channels().byNum(stored.channel());
        return !stored.hidden()
                && channel != null
                && isVisited(visit, channel)
                && visit.maySee(channel)
                && visit.may(channel, Permission.READ_HISTORY)
                && stored.message() >= visit.historyFrom(channel);
    }

    /// A conversation has no files of others.
    private static boolean isVisited(Visit visit, Channel channel) {
        return visit.conversation() == null || visit.conversation().num() == channel.num();
    }

    /// A file on the wire, as messages carry it.
    public static String json(Attachment attachment) {
        return new String(Json.bytes(AttachmentJson.of(attachment)), StandardCharsets.UTF_8);
    }
}
