package chat.waddle.directory.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// The JSON form of a token's scopes: a sorted array of names.
final class Scopes {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Scopes() {}

    static String json(Collection<String> scopes) {
        try {
            return MAPPER.writeValueAsString(new TreeSet<>(scopes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of strings is always JSON", e);
        }
    }

    static Set<String> parse(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<Set<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored scopes are not a JSON array of strings", e);
        }
    }
}
