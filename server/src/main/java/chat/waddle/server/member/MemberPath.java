package chat.waddle.server.member;

import chat.waddle.ids.UserId;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;
import org.jspecify.annotations.Nullable;

/// What the addresses of members say.
final class MemberPath {
    private static final String ME = "me";

    private MemberPath() {}

    /// The account that the path names, by id or as `me`.
    static UserId user(Exchange exchange) {
        return exchange.path("userId").equals(ME) ? exchange.caller().userId() : new UserId(exchange.pathId("userId"));
    }

    /// Why something is done, where the request has no body to say it in.
    static @Nullable String reason(Exchange exchange) {
        String reason = exchange.query("reason").orElse(null);
        new FieldChecks().text("reason", reason, Limits.REASON).orThrow();
        return reason;
    }
}
