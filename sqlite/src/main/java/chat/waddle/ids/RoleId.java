package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a role.
public record RoleId(@JsonValue long value) implements Id {
    @JsonCreator
    public RoleId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
