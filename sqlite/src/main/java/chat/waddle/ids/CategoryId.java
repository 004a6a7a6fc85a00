package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a category of channels.
public record CategoryId(@JsonValue long value) implements Id {
    @JsonCreator
    public CategoryId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
