package chat.waddle.server.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// What every answer tells a browser: run nothing, guess nothing, embed nothing, keep nothing. A page that needs more
/// replaces single headers.
final class SecurityHeaders {
    private static final List<HttpField> FIELDS = List.of(
            new PreEncodedHttpField(
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField("X-Frame-Options", "DENY"),
            new PreEncodedHttpField("Cache-Control", "no-store"));

    private SecurityHeaders() {}

    static void add(HttpFields.Mutable headers) {
        for (int index = 0; index < FIELDS.size(); index++) {
            headers.add(FIELDS.get(index));
        }
    }

    static void put(HttpFields.Mutable headers) {
        FIELDS.forEach(headers::put);
    }
}
