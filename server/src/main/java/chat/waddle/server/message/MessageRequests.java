package chat.waddle.server.message;

import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ThreadId;
import chat.waddle.server.http.Change;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What clients send about messages.
final class MessageRequests {
    private MessageRequests() {}

    /// Body of a new message.
    record NewMessage(
            String content,
            @Nullable String contentType,
            @Nullable String clientMessageId,
            @Nullable MessageId replyToId,
            @Nullable ThreadId threadId,
            @Nullable List<AttachmentId> attachmentIds,
            @Nullable JsonNode metadata) {}

    /// Body of deleting many.
    record BulkDeletion(List<MessageId> ids, @Nullable Boolean dryRun) {}

    /// Body of moving many between threads; null for no thread must be said.
    record Move(
            List<MessageId> ids,
            Change<ThreadId> threadId,
            @Nullable Boolean dryRun) {}

    /// Body of a read marker.
    record ReadMarker(MessageId messageId, @Nullable Boolean allowBackwards) {}

    /// Body of a change.
    record ChangedMessage(String content) {}
}
