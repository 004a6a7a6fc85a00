package chat.waddle.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;

/// Reads a JSON string and nothing else.
final class WireText {
    private WireText() {}

    static String required(JsonParser in, DeserializationContext context, Class<?> type) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            context.reportWrongTokenException(type, JsonToken.VALUE_STRING, "a string is needed");
        }
        return in.getText();
    }
}
