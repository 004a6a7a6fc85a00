package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a thread.
public record ThreadId(@JsonValue long value) implements Id {
    @JsonCreator
    public ThreadId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
