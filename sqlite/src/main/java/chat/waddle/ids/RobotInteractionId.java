package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a question to a robot.
public record RobotInteractionId(@JsonValue long value) implements Id {
    @JsonCreator
    public RobotInteractionId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
