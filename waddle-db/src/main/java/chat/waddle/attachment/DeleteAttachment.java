package chat.waddle.attachment;

import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Deletes a file for good, and takes it from the message that carries it.
public record DeleteAttachment(UserId actor, AttachmentId attachment) implements Command<AttachmentOutcome> {}
