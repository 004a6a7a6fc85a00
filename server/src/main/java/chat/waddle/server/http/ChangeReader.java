package chat.waddle.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads a [Change]: a missing field keeps, null clears, anything else is read as the component's own type.
final class ChangeReader extends JsonDeserializer<Change<?>> implements ContextualDeserializer {
    private final @Nullable JavaType content;

    ChangeReader() {
        this(null);
    }

    private ChangeReader(@Nullable JavaType content) {
        this.content = content;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new ChangeReader(type.containedTypeOrUnknown(0));
    }

    @Override
    public Change<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (content == null) {
            throw new IllegalStateException("Change stands only as the component of a record");
        }
        return new Change.To<Object>(context.readValue(in, content));
    }

    @Override
    public Change<?> getNullValue(DeserializationContext context) {
        return new Change.To<>(null);
    }

    @Override
    public Change<?> getAbsentValue(DeserializationContext context) {
        return new Change.Keep<>();
    }
}
