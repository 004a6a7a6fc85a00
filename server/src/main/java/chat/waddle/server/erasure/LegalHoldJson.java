package chat.waddle.server.erasure;

import chat.waddle.directory.erasure.LegalHold;
import java.time.Instant;

/// A legal hold on an account or a waddle.
record LegalHoldJson(String subjectId, String subjectType, String reason, String placedBy, Instant placedAt) {
    static LegalHoldJson of(LegalHold hold) {
        return new LegalHoldJson(
                Long.toString(hold.subject()),
                hold.waddle() ? "waddle" : "user",
                hold.reason(),
                Long.toString(hold.placedBy().value()),
                hold.placedAt());
    }
}
