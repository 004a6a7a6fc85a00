package chat.waddle.server.message;

import chat.waddle.channel.Channel;
import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ContentType;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.MessageText;
import chat.waddle.message.Pins;
import chat.waddle.message.PostMessage;
import chat.waddle.message.Reactions;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Json;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a message may be, and what it means to a client when it may not.
public final class MessageRules {
    private MessageRules() {}

    static PostMessage command(UserId author, Channel channel, MessageRequests.NewMessage body) {
        ContentType type = type(body.contentType());
        byte @Nullable [] metadata = metadata(body.metadata());
        List<AttachmentId> attachments = body.attachmentIds() == null ? List.of() : body.attachmentIds();
        new FieldChecks()
                .text("clientMessageId", body.clientMessageId(), Limits.CLIENT_MESSAGE_ID)
                .that(
                        attachments.size() <= Limits.ATTACHMENTS_PER_MESSAGE.max(),
                        "attachmentIds",
                        "too_long",
                        "At most " + Limits.ATTACHMENTS_PER_MESSAGE.max() + " files are allowed.")
                .that(
                        attachments.stream().allMatch(Objects::nonNull),
                        "attachmentIds",
                        "wrong_type",
                        "Ids are decimal strings.")
                .that(type != null, "contentType", "not_allowed", "Members may post text, image, file or graph.")
                .that(
                        metadata == null || metadata.length <= Limits.MESSAGE_METADATA_BYTES.max(),
                        "metadata",
                        "too_long",
                        "At most " + Limits.MESSAGE_METADATA_BYTES.max() + " bytes are allowed.")
                .that(
                        body.metadata() == null
                                || body.metadata().isNull()
                                || body.metadata().isObject(),
                        "metadata",
                        "wrong_type",
                        "Metadata must be a JSON object.")
                .orThrow();
        if (attachments.isEmpty() || !body.content().isEmpty()) {
            checkText(body.content());
        }
        return new PostMessage(
                author,
                channel.id(),
                body.content(),
                type == null ? ContentType.TEXT : type,
                body.clientMessageId(),
                body.replyToId(),
                body.threadId(),
                metadata == null ? null : new String(metadata, StandardCharsets.UTF_8),
                attachments);
    }

    /// System and robot messages are made by the server and by robots.
    private static @Nullable ContentType type(@Nullable String code) {
        if (code == null) {
            return ContentType.TEXT;
        }
        return ContentType.ofCode(code)
                .filter(type -> type != ContentType.SYSTEM && type != ContentType.ROBOT)
                .orElse(null);
    }

    private static byte @Nullable [] metadata(@Nullable JsonNode node) {
        if (node == null || node.isNull() || !node.isObject()) {
            return null;
        }
        return Json.bytes(node);
    }

    /// Throws a problem that says what is wrong with a text.
    public static void checkText(String text) {
        MessageText.Fault fault = MessageText.faultOf(text);
        if (fault == null) {
            return;
        }
        throw switch (fault) {
            case EMPTY -> invalid("too_short", "A message must say something.");
            case TOO_LONG -> invalid("too_long", "At most " + MessageText.LENGTH_LIMIT + " characters are allowed.");
            case UNUSABLE_CHARACTERS ->
                invalid("unusable_characters", "NUL and halves of surrogate pairs are not allowed.");
        };
    }

    private static ProblemException invalid(String code, String message) {
        return new Problem.Invalid("content", code, message).asException();
    }

    static ProblemException problem(MessageRefusal why) {
        Problem problem = switch (why) {
            case NOT_A_MEMBER -> new Problem.NotFound("no_such_waddle", "There is no such waddle.");
            case NO_SUCH_CHANNEL -> new Problem.NotFound("no_such_channel", "There is no such channel here.");
            case NO_SUCH_THREAD -> new Problem.NotFound("no_such_thread", "There is no such thread here.");
            case NO_SUCH_MESSAGE -> new Problem.NotFound("no_such_message", "There is no such message here.");
            case NO_SUCH_MEMBER -> new Problem.NotFound("no_such_member", "There is no such member here.");
            case NO_SUCH_REPLY_TARGET ->
                new Problem.Invalid("replyToId", "unknown", "This channel has no such message.");
            case NO_SUCH_ATTACHMENT ->
                new Problem.Invalid("attachmentIds", "unknown", "There are no such files of yours to attach.");
            case NOT_ALLOWED -> new Problem.Forbidden("not_allowed", "You may not do this here.");
            case IN_TIMEOUT -> new Problem.Forbidden("in_timeout", "You are in a time-out and may only read.");
            case CHANNEL_ARCHIVED ->
                new Problem.Conflict("channel_archived", "This channel is archived; it can only be read.");
            case NOT_A_TEXT_CHANNEL -> new Problem.Conflict("not_a_text_channel", "This channel takes no messages.");
            case THREAD_LOCKED -> new Problem.Conflict("thread_locked", "This thread is locked.");
            case THREAD_REQUIRED ->
                new Problem.Invalid("threadId", "required", "Messages of this channel belong to threads.");
            case THREADS_DISABLED -> new Problem.Invalid("threadId", "not_allowed", "This channel has no threads.");
            case TOO_MANY_REACTIONS ->
                new Problem.Conflict(
                        "too_many_reactions",
                        "This message has " + Reactions.EMOJI_LIMIT + " different emoji already; use one of them.");
            case TOO_MANY_PINS ->
                new Problem.Conflict(
                        "too_many_pins", "This channel has " + Pins.LIMIT + " pins already; take one off first.");
            case STILL_STREAMING -> new Problem.Conflict("still_streaming", "A robot is still writing this message.");
            case BLOCKED_BY_RULE ->
                new Problem.Forbidden("blocked_by_automod", "A rule of this waddle does not let this message pass.");
            case TOO_LATE -> new Problem.Gone("undo_window_over", "It was deleted too long ago.");
        };
        return problem.asException();
    }
}
