package chat.waddle.server.admin;

import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;

/// Why an operator does something; stands in the audit log.
public record ReasonJson(String reason) {
    String checked() {
        new FieldChecks()
                .text("reason", reason, Limits.REASON)
                .that(!reason.isBlank(), "reason", "too_short", "Say why.")
                .orThrow();
        return reason.strip();
    }
}
