package chat.waddle.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The identity of an automatic moderation rule.
public record AutomodRuleId(@JsonValue long value) implements Id {
    @JsonCreator
    public AutomodRuleId {}

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
