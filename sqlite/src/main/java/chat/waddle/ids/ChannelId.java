package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a channel.
public record ChannelId(@JsonValue long value) implements Id {
    @JsonCreator
    public ChannelId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
