package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a signed-in session.
public record SessionId(@JsonValue long value) implements Id {
    @JsonCreator
    public SessionId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
