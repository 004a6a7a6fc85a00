package chat.waddle.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// Says what is wrong with a body that could not be read, in words that hold no class name and no content.
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JsonProcessingException failure, byte[] body, Class<?> type) {
        if (failure.getCause() instanceof ProblemException refused) {
            return refused.problem();
        }
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> field(unknown, "unknown_field", "This field is not known.");
            case InvalidFormatException wrong ->
                new Problem.Invalid(path(wrong), "invalid_value", "This value is not one of those allowed.");
            case MismatchedInputException wrong -> mismatch(wrong, body, type);
            case JsonMappingException wrong
            when !isSyntax(wrong) -> field(wrong, "wrong_type", "This value cannot be read.");
            case StreamConstraintsException _ ->
                new Problem.Malformed("too_complex", "The JSON is nested too deeply, or a part of it is too long.");
            default ->
                new Problem.Malformed(
                        "malformed_json",
                        "This is not JSON, near line " + failure.getLocation().getLineNr() + ", column "
                                + failure.getLocation().getColumnNr() + ".");
        };
    }

    private static boolean isSyntax(JsonMappingException failure) {
        return failure.getCause() instanceof JsonProcessingException
                || failure.getPath().isEmpty();
    }

    private static Problem mismatch(MismatchedInputException failure, byte[] body, Class<?> type) {
        List<FieldError> missing = missing(body, type);
        return missing.isEmpty()
                ? field(failure, "wrong_type", "This value is of another type than needed.")
                : new Problem.Invalid(missing);
    }

    /// All required fields of the outermost object that are missing, so that the client learns them at once.
    private static List<FieldError> missing(byte[] body, Class<?> type) {
        JsonNode tree;
        try {
            tree = Json.shared().readTree(body);
        } catch (IOException _) {
            return List.of();
        }
        if (!type.isRecord() || !tree.isObject()) {
            return List.of();
        }
        List<FieldError> missing = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean given = tree.hasNonNull(component.getName());
            if (!given && RequiredUnlessNullable.isRequired(component.getAnnotatedType())) {
                missing.add(new FieldError(component.getName(), "required", "This field is required."));
            }
        }
        return missing;
    }

    private static Problem field(JsonMappingException failure, String code, String message) {
        String path = path(failure);
        if (path.isEmpty()) {
            return new Problem.Malformed(code, "A JSON object is needed.");
        }
        return new Problem.Malformed(
                code, "Field '" + path + "': " + message, List.of(new FieldError(path, code, message)));
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.length() <= 200 ? path.toString() : path.substring(0, 200);
    }
}
