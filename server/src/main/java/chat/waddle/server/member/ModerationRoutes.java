package chat.waddle.server.member;

import chat.waddle.community.GrantRole;
import chat.waddle.community.Member;
import chat.waddle.community.RevokeRole;
import chat.waddle.community.SetTimeout;
import chat.waddle.directory.account.Profiles;
import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// What is done to members: roles and time-outs.
public final class ModerationRoutes {
    private static final String MEMBER = "/waddles/{waddleId}/members/{userId}";
    private static final String ROLE = MEMBER + "/roles/{roleId}";

    private final Profiles profiles;

    public ModerationRoutes(Profiles profiles) {
        this.profiles = profiles;
    }

    public List<Route> routes() {
        Access roles = Access.member("MANAGE_ROLES");
        RateLimit limit = RateLimit.MODERATION;
        return List.of(
                Route.put(ROLE, "grantRole", roles, limit, Limits.NO_BODY, this::grant),
                Route.delete(ROLE, "revokeRole", roles, limit, this::revoke),
                Route.put(
                        MEMBER + "/timeout",
                        "setTimeout",
                        Access.member("TIMEOUT_MEMBERS"),
                        limit,
                        Limits.JSON_BODY_BYTES,
                        this::timeout));
    }

    private void grant(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId user = MemberPath.user(exchange);
        send(exchange, visit.carryOut(exchange, new GrantRole(visit.user(), user, role(exchange))));
    }

    private void revoke(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId user = MemberPath.user(exchange);
        send(exchange, visit.carryOut(exchange, new RevokeRole(visit.user(), user, role(exchange))));
    }

    private static RoleId role(Exchange exchange) {
        return new RoleId(exchange.pathId("roleId"));
    }

    private void timeout(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId user = MemberPath.user(exchange);
        MemberRequests.Timeout body = exchange.body(MemberRequests.Timeout.class);
        new FieldChecks()
                .that(
                        body.until() instanceof Change.To<Instant>,
                        "until",
                        "required",
                        "Say until when, or null to end it.")
                .text("reason", body.reason(), Limits.REASON)
                .orThrow();
        Instant until = body.until().or(null);
        Long millis = until == null ? null : until.toEpochMilli();
        send(exchange, visit.carryOut(exchange, new SetTimeout(visit.user(), user, millis, body.reason())));
    }

    /// Rights may just have changed, so they are looked up again for one's own entry.
    private void send(Exchange exchange, Member member) throws IOException {
        Visit visit = Visit.of(exchange);
        var reader = visit.shard().access(visit.user()).orElse(visit.access());
        var profile = profiles.profiles(List.of(member.user())).get(member.user());
        exchange.json(200, MemberJson.of(member, reader, profile));
    }
}
