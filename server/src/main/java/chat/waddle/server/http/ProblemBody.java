package chat.waddle.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The RFC 9457 document a refused client receives; `instance` is the request id.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance,
        @Nullable Long retryAfterSeconds,
        @Nullable List<FieldError> errors) {}
