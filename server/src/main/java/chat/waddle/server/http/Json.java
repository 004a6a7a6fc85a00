package chat.waddle.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;

/// JSON as the interface speaks it: camelCase, times in UTC with three digits of milliseconds, ids as decimal strings.
///
/// Reading is strict: unknown fields, doubled keys, trailing content, numbers for text and missing required fields
/// are refused, and depth and sizes are bounded. Thread-safe.
public final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException problem) {
            throw new UncheckedIOException("Cannot write " + value.getClass().getSimpleName(), problem);
        }
    }

    /// Reads a request's body into a record; throws [ProblemException] that names what is wrong with it.
    public static <T> T read(byte[] body, Class<T> type) {
        if (body.length == 0) {
            throw new Problem.Malformed("empty_body", "This request needs a JSON body.").asException();
        }
        if (!beginsAsUtf8(body)) {
            throw notUtf8();
        }
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw new Problem.Malformed("wrong_type", "A JSON object is needed, not null.").asException();
            }
            return value;
        } catch (JsonProcessingException problem) {
            throw JsonProblems.of(problem, body, type).asException();
        } catch (IOException _) {
            throw notUtf8(); // bytes in memory fail for no other reason
        }
    }

    /// The parser would guess UTF-16 and UTF-32 by their marks and zeros, of which JSON in UTF-8 has none.
    private static boolean beginsAsUtf8(byte[] body) {
        for (int at = 0; at < Math.min(4, body.length); at++) {
            if (body[at] == 0 || body[at] == (byte) 0xFE || body[at] == (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException notUtf8() {
        return new Problem.Malformed("malformed_json", "This is not JSON in UTF-8.").asException();
    }

    static ObjectMapper shared() {
        return MAPPER;
    }

    private static ObjectMapper mapper() {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(Math.toIntExact(Limits.JSON_DEPTH.max()))
                .maxStringLength(Math.toIntExact(Limits.JSON_STRING_CHARS.max()))
                .maxNumberLength(64)
                .maxNameLength(256)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()) // a virtual thread parses but once
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .annotationIntrospector(new RequiredUnlessNullable())
                .addModule(WireTypes.module())
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
