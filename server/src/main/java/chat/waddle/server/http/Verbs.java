package chat.waddle.server.http;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The verbs of HTTP as text.
final class Verbs {
    private Verbs() {}

    /// The route method that answers this verb, or null.
    static @Nullable Method of(String verb) {
        return switch (verb) {
            case "GET", "HEAD" -> Method.GET;
            case "POST" -> Method.POST;
            case "PUT" -> Method.PUT;
            case "PATCH" -> Method.PATCH;
            case "DELETE" -> Method.DELETE;
            default -> null;
        };
    }

    /// The value of an `Allow` header.
    static String allow(List<Method> methods) {
        String listed = methods.stream()
                .map(method -> method == Method.GET ? "GET, HEAD" : method.name())
                .collect(Collectors.joining(", "));
        return listed + ", OPTIONS";
    }
}
