package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of an uploaded file inside its waddle; also the time of its upload.
public record AttachmentId(@JsonValue long value) implements Id {
    @JsonCreator
    public AttachmentId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
