package chat.waddle.server.robot;

import chat.waddle.ids.IdClock;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.UserId;
import chat.waddle.robot.Robot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A robot of a waddle.
record RobotJson(RobotId id, String name, @Nullable String description, UserId ownerId, Instant createdAt) {
    static RobotJson of(Robot robot) {
        return new RobotJson(robot.id(), robot.name(), robot.description(), robot.owner(), IdClock.timeOf(robot.id()));
    }
}
