package chat.waddle.robot;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import org.jspecify.annotations.Nullable;

/// Takes the robot's oldest question that nobody works on, in a channel where the one who takes it may answer.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NO_SUCH_ROBOT, NOT_ALLOWED.
///
/// @param seconds how long it is held
public record LeaseInteraction(UserId actor, RobotId robot, int seconds)
        implements Command<CommunityOutcome<LeaseInteraction.Taken>> {
    /// @param interaction null where there is no question
    public record Taken(@Nullable RobotInteraction interaction) {}
}
