package chat.waddle.shard;

import chat.waddle.community.FoundWaddle;
import chat.waddle.community.FoundWaddleApplier;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.DeleteMessageApplier;
import chat.waddle.message.EditMessage;
import chat.waddle.message.EditMessageApplier;
import chat.waddle.message.EraseExpired;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.EraseMessageApplier;
import chat.waddle.message.ImportMessages;
import chat.waddle.message.ImportMessagesApplier;
import chat.waddle.message.MessageContext;
import chat.waddle.message.PostMessage;
import chat.waddle.message.PostMessageApplier;
import chat.waddle.message.RestoreMessage;
import chat.waddle.sqlite.command.CommandTypes;

/// Every command a waddle's file understands. Numbers and names are in files out there: they never change.
public final class WaddleCommands {
    private static final CommandTypes TYPES = CommandTypes.builder()
            .add(1, "post_message", PostMessage.class)
            .add(2, "edit_message", EditMessage.class)
            .add(3, "delete_message", DeleteMessage.class)
            .add(4, "restore_message", RestoreMessage.class)
            .add(5, "erase_message", EraseMessage.class)
            .add(6, "erase_expired_messages", EraseExpired.class)
            .add(7, "import_messages", ImportMessages.class)
            .add(8, "found_waddle", FoundWaddle.class)
            .build();

    private WaddleCommands() {}

    public static CommandTypes types() {
        return TYPES;
    }

    static Appliers appliers(MessageContext messages) {
        DeleteMessageApplier deleting = new DeleteMessageApplier(messages);
        EraseMessageApplier erasing = new EraseMessageApplier(messages);
        return new Appliers()
                .on(FoundWaddle.class, FoundWaddleApplier::apply)
                .on(PostMessage.class, new PostMessageApplier(messages)::apply)
                .on(EditMessage.class, new EditMessageApplier(messages)::apply)
                .on(DeleteMessage.class, deleting::delete)
                .on(RestoreMessage.class, deleting::restore)
                .on(EraseMessage.class, erasing::erase)
                .on(EraseExpired.class, erasing::eraseExpired)
                .on(ImportMessages.class, new ImportMessagesApplier(messages)::apply);
    }
}
