package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of a report.
public record ReportId(@JsonValue long value) implements Id {
    @JsonCreator
    public ReportId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
