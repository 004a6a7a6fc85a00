package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a voice session.
public record VoiceSessionId(@JsonValue long value) implements Id {
    @JsonCreator
    public VoiceSessionId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
