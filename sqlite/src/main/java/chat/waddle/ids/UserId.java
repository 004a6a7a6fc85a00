package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of an account.
public record UserId(@JsonValue long value) implements Id {
    @JsonCreator
    public UserId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
