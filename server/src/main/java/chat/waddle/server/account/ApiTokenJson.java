package chat.waddle.server.account;

import chat.waddle.directory.session.ApiTokens;
import chat.waddle.ids.SessionId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An API token; `token` is the secret and stands only in the answer that makes it.
record ApiTokenJson(
        SessionId id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {
    static ApiTokenJson of(ApiTokens.View view) {
        return of(view, null);
    }

    static ApiTokenJson of(ApiTokens.View view, @Nullable String token) {
        return new ApiTokenJson(
                view.id(),
                view.name(),
                view.scopes().stream().sorted().toList(),
                view.createdAt(),
                view.expiresAt(),
                token);
    }

    /// Never the secret, so that no log gets it by mistake.
    @Override
    public String toString() {
        return "ApiTokenJson[" + id + ", hidden]";
    }
}
