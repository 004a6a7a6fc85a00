package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Replaces the text of a message by its author; what it said before is kept. The text has passed [MessageText].
///
/// @param content empty only in a journal from which it was erased; then it is a change like any other
/// @param flag why it is reported to moderators: decided when it is edited and recorded, for the text may be erased
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditMessage(
        UserId editor,
        ChannelId channel,
        MessageId message,
        String content,
        @Nullable String flag) implements Command<ChangeOutcome> {

    /// As clients ask for it.
    public EditMessage(UserId editor, ChannelId channel, MessageId message, String content) {
        this(editor, channel, message, content, null);
    }

    EditMessage flagged(String why) {
        return new EditMessage(editor, channel, message, content, why);
    }
}
