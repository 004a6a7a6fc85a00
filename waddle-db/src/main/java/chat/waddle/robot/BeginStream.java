package chat.waddle.robot;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Begins a message that a robot writes piece by piece.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_ROBOT, NO_SUCH_INTERACTION,
/// ILLEGAL_TRANSITION, LEASE_LOST, NO_SUCH_MESSAGE, CHANNEL_ARCHIVED, NOT_A_TEXT_CHANNEL, THREADS_DISABLED,
/// NO_SUCH_THREAD, THREAD_LOCKED, STREAM_LIMIT_REACHED.
///
/// @param interaction the question it is to answer; finishing the message answers it
/// @param lease by which the question is held; there where the question is
/// @param responseTo a message it answers without having been asked
/// @param inBatches whether clients are to show it in larger pieces
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BeginStream(
        UserId actor,
        ChannelId channel,
        RobotId robot,
        @Nullable RobotInteractionId interaction,
        @Nullable Long lease,
        @Nullable MessageId responseTo,
        boolean inBatches,
        boolean visibleToGuests)
        implements Command<StreamOutcome> {}
