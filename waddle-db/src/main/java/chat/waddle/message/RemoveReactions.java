package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Takes the reactions of others with one emoji off a message, for who manages messages; where there are none nothing
/// changes.
///
/// @param user only that of this one, who may have left; null for everybody's
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RemoveReactions(
        UserId actor,
        ChannelId channel,
        MessageId message,
        String emoji,
        @Nullable UserId user) implements Command<ChangeOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
