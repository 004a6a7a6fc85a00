package chat.waddle.robot;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Ends a message that a robot writes; from then on it is found by searches. Ending it so again changes nothing.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, NO_SUCH_MESSAGE, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_ROBOT, STREAM_ENDED,
/// STREAM_EMPTY, CHANNEL_ARCHIVED. What an automatic rule does not let pass ends as failed, without its last word.
///
/// @param delivered false where the robot gives up; what it has written stays
/// @param flag why moderators are asked to look at it, once that is decided; null when it is submitted
/// @param blocked whether an automatic rule did not let it pass, once that is decided; null when it is submitted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FinishStream(
        UserId actor,
        ChannelId channel,
        MessageId message,
        boolean delivered,
        @Nullable String flag,
        @Nullable Boolean blocked)
        implements Command<StreamOutcome> {

    public FinishStream(UserId actor, ChannelId channel, MessageId message, boolean delivered) {
        this(actor, channel, message, delivered, null, null);
    }

    /// The same as it stands in the journal once the rules have been asked.
    FinishStream decided(@Nullable String reason, boolean stopped) {
        return new FinishStream(actor, channel, message, delivered, reason, stopped ? true : null);
    }
}
