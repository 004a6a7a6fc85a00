package chat.waddle.server.member;

import chat.waddle.community.PruneMembers;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.MembershipMirror;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// Removes members who have been inactive for long.
public final class PruneRoutes {
    private static final int CHUNK = 500;

    private final MembershipMirror mirror;
    private final RequestOrigins origins;

    public PruneRoutes(MembershipMirror mirror, RequestOrigins origins) {
        this.mirror = mirror;
        this.origins = origins;
    }

    public List<Route> routes() {
        return List.of(Route.post(
                "/waddles/{waddleId}/members/prune",
                "pruneMembers",
                Access.member("KICK_MEMBERS"),
                RateLimit.MODERATION,
                Limits.JSON_BODY_BYTES,
                this::prune));
    }

    private void prune(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        MemberRequests.Prune body = exchange.body(MemberRequests.Prune.class);
        new FieldChecks()
                .number("days", body.days(), Limits.PRUNE_DAYS)
                .text("reason", body.reason(), Limits.REASON)
                .orThrow();
        boolean dryRun = Boolean.TRUE.equals(body.dryRun());
        int members = dryRun
                ? count(visit, body.days())
                : mirror.changeMany(visit.shard(), origins.of(exchange), () -> remove(exchange, visit, body));
        exchange.json(200, new PruneJson(members, dryRun));
    }

    private static int count(Visit visit, int days) {
        Instant now = Instant.ofEpochMilli(visit.nowMillis());
        return visit.shard()
                .read(reader -> reader.members().prunable(days, visit.access().member(), now));
    }

    private static int remove(Exchange exchange, Visit visit, MemberRequests.Prune body) {
        int removed = 0;
        int after = 0;
        while (true) {
            PruneMembers command = new PruneMembers(visit.user(), body.days(), after, CHUNK, body.reason());
            PruneMembers.Pruned pruned = visit.carryOut(exchange, command);
            removed += pruned.members();
            after = pruned.last();
            if (pruned.members() < CHUNK) {
                return removed;
            }
        }
    }
}
