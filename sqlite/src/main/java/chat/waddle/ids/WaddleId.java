package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a waddle, which is a community.
public record WaddleId(@JsonValue long value) implements Id {
    @JsonCreator
    public WaddleId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
