package chat.waddle.community;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a change made of which field: a JSON array of `{"field", "before", "after"}`. Not thread-safe.
public final class AuditChanges {
    private final ArrayNode changes = JsonNodeFactory.instance.arrayNode();

    /// Adds a field where the two values differ; values are written as text, absent ones as null.
    public AuditChanges add(String field, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return this;
        }
        changes.addObject()
                .put("field", field)
                .put("before", before == null ? null : before.toString())
                .put("after", after == null ? null : after.toString());
        return this;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    String json() {
        return changes.toString();
    }
}
