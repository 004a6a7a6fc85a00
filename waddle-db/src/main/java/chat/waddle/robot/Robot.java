package chat.waddle.robot;

import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.UserId;
import org.jspecify.annotations.Nullable;

/// A name under which members answer questions. Immutable.
///
/// A robot has no account: whoever works for it is a member with a token of their own, and stands as the author of what
/// it says.
///
/// @param owner who works for it, beside those who manage robots
public record Robot(RobotId id, String name, @Nullable String description, UserId owner) {
    public static final int NAME_LIMIT = 64;
    public static final int DESCRIPTION_LIMIT = 512;

    /// How many robots a waddle may have.
    public static final int ROBOT_LIMIT = 50;

    /// How many questions may wait for one robot.
    public static final int QUEUE_LIMIT = 1000;

    /// True for whoever may take the robot's questions; in which channels, the permission to answer there tells.
    public boolean isServedBy(Access access, long nowMillis) {
        return owner.equals(access.user()) || access.may(Permission.MANAGE_ROBOTS, nowMillis);
    }
}
