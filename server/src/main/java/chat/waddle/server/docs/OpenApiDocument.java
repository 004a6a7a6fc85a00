package chat.waddle.server.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The contract as `openapi.yaml` has it, ready to be served as JSON. Immutable.
public final class OpenApiDocument {
    private static final String RESOURCE = "/openapi.yaml";

    private final JsonNode tree;

    private OpenApiDocument(JsonNode tree) {
        this.tree = tree;
    }

    public static OpenApiDocument load() {
        try (InputStream source = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (source == null) {
                throw new IllegalStateException("The jar holds no " + RESOURCE);
            }
            return new OpenApiDocument(new ObjectMapper(new YAMLFactory()).readTree(source));
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, problem);
        }
    }

    public JsonNode tree() {
        return tree.deepCopy();
    }

    byte[] json() {
        try {
            return new ObjectMapper().writeValueAsBytes(tree);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
