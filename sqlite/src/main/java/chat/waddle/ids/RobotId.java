package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a robot.
public record RobotId(@JsonValue long value) implements Id {
    @JsonCreator
    public RobotId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
