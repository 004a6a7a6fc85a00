package chat.waddle.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.docs.OpenApiDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Holds answers to the published contract: the operation, the status, the media type and every field of the body must
/// stand in `openapi.yaml`. Thread-safe.
public final class ResponseContract {
    private static final String SHARED = "#/components/schemas/";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode contract;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /// The shared schemas become each schema's own definitions: a validator would take the rest of the document for
    /// keywords it does not know.
    private ResponseContract(JsonNode contract) {
        this.contract = parse(contract.toString().replace(SHARED, "#/$defs/"));
    }

    /// The contract the server publishes.
    public static ResponseContract published() {
        return new ResponseContract(OpenApiDocument.load().tree());
    }

    static ResponseContract of(JsonNode contract) {
        return new ResponseContract(contract);
    }

    /// Fails where the answer is not what the contract says of its request's method and path.
    ///
    /// @return the body, or a missing node where there is none
    public JsonNode check(HttpResponse<String> response) {
        return check(
                response.request().method(),
                response.request().uri().getRawPath(),
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    JsonNode check(String method, String path, int status, String contentType, String body) {
        String what = method + " " + path + " " + status;
        String operation = operation(method, path);
        String answer = operation + "/responses/" + statusKey(operation, status, what);
        if (at(answer).has("$ref")) {
            answer = at(answer).path("$ref").asText().substring(1);
        }
        JsonNode content = at(answer).path("content");
        if (content.isEmpty()) {
            assertThat(body).as("%s has no body", what).isEmpty();
            return MissingNode.getInstance();
        }
        String mediaType = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        assertThat(content.has(mediaType))
                .as("%s may be %s; its body: %s", what, mediaType, body)
                .isTrue();
        JsonNode json = parse(body);
        String pointer = answer + "/content/" + escape(mediaType) + "/schema";
        List<Error> errors = schemas.computeIfAbsent(pointer, this::schema).validate(json);
        assertThat(errors).as("%s: %s", what, body).isEmpty();
        return json;
    }

    private Schema schema(String pointer) {
        ObjectNode schema = at(pointer).deepCopy();
        schema.set("$defs", at("/components/schemas"));
        return registry.getSchema(schema);
    }

    private String operation(String method, String path) {
        return contract.path("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(template -> matches(template, path))
                .min((one, other) -> Integer.compare(parameters(one), parameters(other)))
                .map(template -> "/paths/" + escape(template) + "/" + method.toLowerCase(Locale.ROOT))
                .filter(pointer -> !at(pointer).isMissingNode())
                .orElseThrow(() -> new AssertionError("The contract has no " + method + " " + path));
    }

    private String statusKey(String operation, int status, String what) {
        JsonNode responses = at(operation + "/responses");
        Optional<String> key = List.of(Integer.toString(status), status / 100 + "XX", "default").stream()
                .filter(responses::has)
                .findFirst();
        return key.orElseThrow(() -> new AssertionError("The contract has no status for " + what));
    }

    private static boolean matches(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (int place = 0; place < wanted.length; place++) {
            if (!wanted[place].startsWith("{") && !wanted[place].equals(given[place])) {
                return false;
            }
        }
        return true;
    }

    private static int parameters(String template) {
        return Math.toIntExact(template.chars().filter(c -> c == '{').count());
    }

    private JsonNode at(String pointer) {
        return contract.at(pointer);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException problem) {
            throw new AssertionError("Not JSON: " + body, problem);
        }
    }
}
