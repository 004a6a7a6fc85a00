package chat.waddle.directory.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Checks JSON objects that clients keep with an account.
public final class JsonObjects {
    /// Of one stored object, in characters.
    public static final int LENGTH_LIMIT = 16 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private JsonObjects() {}

    /// Answers the object written compactly.
    public static String object(FieldChecks checks, String field, String json) {
        if (json.length() > LENGTH_LIMIT) {
            checks.refuse(field, "too_long", "Must have at most " + LENGTH_LIMIT + " characters.");
            return json;
        }
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return MAPPER.writeValueAsString(node);
            }
        } catch (JsonProcessingException e) {
            // refused below, like JSON that is no object
        }
        checks.refuse(field, "invalid_json", "Must be a JSON object.");
        return json;
    }
}
