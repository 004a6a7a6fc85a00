package chat.waddle.directory.shard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The server-made id of a community's file: 8 to 32 of `[0-9a-z]`, so that it is safe in a path and in a log.
public record ShardId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-z]{8,32}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShardId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a shard id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
