package chat.waddle.robot;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Removes a robot; what it has said stays, what it was asked will not be answered.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_ROBOT.
public record DeleteRobot(UserId actor, RobotId robot) implements Command<CommunityOutcome<Robot>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
