package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a message; also its time and its place in the history.
public record MessageId(@JsonValue long value) implements Id {
    @JsonCreator
    public MessageId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
