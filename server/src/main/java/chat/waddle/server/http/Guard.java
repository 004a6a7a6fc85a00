package chat.waddle.server.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows the caller, holds the caller to the rate limits, and checks the route's [Access]. Thread-safe.
final class Guard {
    private static final String BEARER = "Bearer ";
    private static final int MOST_TOKEN_CHARS = 512;
    private static final Object CONVERSATIONS = "conversations";

    private final Authenticator authenticator;
    private final Gatekeeper gatekeeper;
    private final RateLimiter limiter;
    private final boolean limited;
    private final Crowd crowd = new Crowd();

    Guard(HttpSettings settings, HttpParts parts) {
        this.authenticator = parts.authenticator();
        this.gatekeeper = parts.gatekeeper();
        this.limiter = new RateLimiter(settings.rateOverrides(), parts.nanoClock());
        this.limited = settings.rateLimits();
    }

    /// The caller behind the token; null without a token. A bad token is refused, never taken for none.
    @Nullable
    Caller identify(Wire wire, String address) {
        String header = wire.header("Authorization");
        if (header == null) {
            return null;
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length()) || header.length() > MOST_TOKEN_CHARS) {
            throw new Problem.NotSignedIn("malformed_token", "Send the token as 'Authorization: Bearer TOKEN'.")
                    .asException();
        }
        return callerOf(header.substring(BEARER.length()).strip(), address);
    }

    Caller callerOf(String token, String address) {
        Optional<Caller> remembered = authenticator.remembered(token);
        return remembered.isPresent() ? remembered.get() : lookUp(token, AddressBlock.of(address));
    }

    private Caller lookUp(String token, Object address) {
        if (limited && limiter.isSpent(RateLimit.BAD_TOKEN, address)) {
            take(RateLimit.BAD_TOKEN, address); // who has guessed too often does not even make the server look
        }
        Caller caller = authenticator.authenticate(token).orElse(null);
        if (caller == null) {
            take(RateLimit.BAD_TOKEN, address);
            throw new Problem.NotSignedIn("invalid_token", "This token is unknown, expired or revoked.").asException();
        }
        return caller;
    }

    /// Takes a permit of the route's limiter and tells the client what is left.
    void limit(Exchange exchange) {
        RateLimit limit = exchange.route().rateLimit();
        if (!limited || limit == RateLimit.NONE) {
            return;
        }
        RateLimiter.Verdict verdict = limiter.take(limit, subject(limit, exchange));
        exchange.header("X-RateLimit-Limit", Long.toString(verdict.capacity()));
        exchange.header("X-RateLimit-Remaining", Long.toString(verdict.remaining()));
        exchange.header("X-RateLimit-Reset-After", Long.toString(verdict.resetSeconds()));
        exchange.header("X-RateLimit-Bucket", limit.label());
        refuseUnless(verdict);
    }

    void check(Exchange exchange) {
        Route route = exchange.route();
        if (!(route.access() instanceof Access.Public)) {
            checkScope(exchange.caller(), Scope.neededBy(route));
        }
        switch (route.access()) {
            case Access.Public _ -> {}
            case Access.SignedIn _ -> exchange.caller();
            case Access.Operator _ -> {
                if (!exchange.caller().operator()) {
                    throw new Problem.Forbidden("operators_only", "Only operators of this server may do this.")
                            .asException();
                }
            }
            case Access.Member need -> {
                exchange.caller();
                gatekeeper.admit(exchange, need);
            }
            case Access.Participant need -> {
                exchange.caller();
                gatekeeper.admit(exchange, need);
            }
        }
    }

    /// Counts the caller's request among those in work. Returns what [#leave] is to be called with.
    ///
    /// Not for routes without a limiter, which are the operators' own.
    @Nullable
    Object present(Exchange exchange) {
        if (!limited || exchange.route().rateLimit() == RateLimit.NONE) {
            return null;
        }
        Object subject = exchange.callerIfSignedIn()
                .<Object>map(Caller::userId)
                .orElseGet(() -> AddressBlock.of(exchange.clientAddress()));
        crowd.enter(subject);
        return subject;
    }

    void leave(@Nullable Object subject) {
        if (subject != null) {
            crowd.leave(subject);
        }
    }

    private static void checkScope(Caller caller, Scope needed) {
        if (!caller.may(needed)) {
            throw new Problem.Forbidden("missing_scope", "This needs a token with the scope '" + needed.label() + "'.")
                    .asException();
        }
    }

    /// Takes a permit of a limiter that is not the route's.
    void take(RateLimit limit, Object subject) {
        if (limited) {
            refuseUnless(limiter.take(limit, subject));
        }
    }

    private static void refuseUnless(RateLimiter.Verdict verdict) {
        if (!verdict.passes()) {
            throw new Problem.TooManyRequests(
                            "rate_limited", "Too many of these requests; slow down.", verdict.waitFor())
                    .asException();
        }
    }

    private Object subject(RateLimit limit, Exchange exchange) {
        Caller caller = exchange.callerIfSignedIn().orElse(null);
        if (caller == null) {
            return AddressBlock.of(exchange.clientAddress());
        }
        return switch (limit.subject()) {
            case ADDRESS -> AddressBlock.of(exchange.clientAddress());
            case USER -> caller.userId();
            case NAMED -> throw new IllegalArgumentException(limit + " is no limiter of a route");
            case USER_IN_WADDLE -> new UserInWaddle(caller.userId().value(), community(exchange));
        };
    }

    /// All conversations of somebody count as one community.
    private Object community(Exchange exchange) {
        return exchange.route().access() instanceof Access.Participant
                ? CONVERSATIONS
                : gatekeeper.identityOf(exchange.path("waddleId"));
    }

    private record UserInWaddle(long userId, Object waddle) {}
}
