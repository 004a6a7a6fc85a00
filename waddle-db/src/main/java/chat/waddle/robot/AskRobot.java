package chat.waddle.robot;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Asks a robot about a message; while it is not answered, asking again changes nothing.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, IN_TIMEOUT, NOT_ALLOWED, CHANNEL_ARCHIVED, NO_SUCH_ROBOT, NO_SUCH_MESSAGE,
/// ROBOT_QUEUE_FULL.
///
/// @param request a JSON object; null for an empty one
/// @param observation a JSON object
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskRobot(
        UserId actor,
        ChannelId channel,
        RobotId robot,
        MessageId message,
        @Nullable String request,
        @Nullable String observation)
        implements Command<CommunityOutcome<RobotInteraction>> {}
