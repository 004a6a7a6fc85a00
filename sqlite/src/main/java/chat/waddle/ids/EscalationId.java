package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of an escalation.
public record EscalationId(@JsonValue long value) implements Id {
    @JsonCreator
    public EscalationId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
