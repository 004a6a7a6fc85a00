package chat.waddle.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.List;

/// An answer that has passed the contract; `body` is missing where there is none.
public record Answer(int status, JsonNode body, String text, HttpHeaders headers) {
    /// The value of a text field, or the empty text.
    public String text(String field) {
        return body.path(field).asText();
    }

    /// The refusal's code, empty for none.
    public String code() {
        return text("code");
    }

    /// The refused fields with their codes, such as `name:too_short`.
    public List<String> fieldErrors() {
        return body.path("errors")
                .valueStream()
                .map(error ->
                        error.path("field").asText() + ":" + error.path("code").asText())
                .toList();
    }

    /// The names of the body's fields.
    public List<String> fields() {
        return fields(body);
    }

    static List<String> fields(JsonNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }

    public Answer expect(int wanted) {
        assertThat(status).as(text).isEqualTo(wanted);
        return this;
    }

    public Answer expect(int wanted, String wantedCode) {
        assertThat(status + " " + code()).as(text).isEqualTo(wanted + " " + wantedCode);
        return this;
    }
}
