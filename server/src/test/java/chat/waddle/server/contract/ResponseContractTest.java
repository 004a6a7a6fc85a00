package chat.waddle.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ResponseContractTest {
    private static final String DOCUMENT = """
            {"paths": {
              "/things/{id}": {"get": {"responses": {
                "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                "204": {"description": "nothing"},
                "4XX": {"$ref": "#/components/responses/Problem"}}}},
              "/things/mine": {"get": {"responses": {"204": {"description": "nothing"}}}}},
             "components": {
              "responses": {"Problem": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}},
              "schemas": {"Thing": {"type": "object", "additionalProperties": false, "required": ["name"],
                "properties": {"name": {"$ref": "#/components/schemas/Name"}}},
               "Name": {"type": "string"}}}}
            """;

    private final ResponseContract contract = load();

    private static ResponseContract load() {
        try {
            return ResponseContract.of(new ObjectMapper().readTree(DOCUMENT));
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Test
    void anAnswerAsDescribedPasses() {
        assertThat(contract.check("GET", "/things/7", 200, "application/json", "{\"name\":\"a\"}")
                        .path("name")
                        .asText())
                .isEqualTo("a");
        assertThat(contract.check("GET", "/things/7", 204, "", "").isMissingNode())
                .isTrue();
    }

    @Test
    void aSharedAnswerAndARangeOfStatusesAreFollowed() {
        assertThat(contract.check("GET", "/things/7", 404, "application/problem+json;charset=utf-8", "{}")
                        .isObject())
                .isTrue();
        refused("GET", "/things/7", 404, "application/problem+json", "[]");
    }

    @Test
    void aFieldTooManyOrTooFewOrOfAnotherTypeFails() {
        refused("GET", "/things/7", 200, "application/json", "{\"name\":\"a\",\"secret\":\"b\"}");
        refused("GET", "/things/7", 200, "application/json", "{}");
        refused("GET", "/things/7", 200, "application/json", "{\"name\":1}");
    }

    @Test
    void whatIsNotDescribedFails() {
        refused("GET", "/others", 200, "application/json", "{}");
        refused("PUT", "/things/7", 200, "application/json", "{}");
        refused("GET", "/things/7", 500, "application/json", "{}");
        refused("GET", "/things/7", 200, "text/html", "{}");
        refused("GET", "/things/7", 204, "", "something");
    }

    @Test
    void aLiteralPathGoesBeforeAParameter() {
        refused("GET", "/things/mine", 200, "application/json", "{\"name\":\"a\"}");
    }

    private void refused(String method, String path, int status, String type, String body) {
        assertThatThrownBy(() -> contract.check(method, path, status, type, body))
                .isInstanceOf(AssertionError.class);
    }
}
