package chat.waddle.server.member;

import chat.waddle.community.Ban;
import chat.waddle.community.BanMember;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.community.UnbanMember;
import chat.waddle.directory.account.Profiles;
import chat.waddle.ids.UserId;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.MembershipMirror;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Bans from a waddle: list, see, ban, take back. Whoever is banned cannot come back by any way.
public final class BanRoutes {
    private static final String ALL = "/waddles/{waddleId}/bans";
    private static final String ONE = ALL + "/{userId}";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Profiles profiles;
    private final MembershipMirror mirror;
    private final RequestOrigins origins;

    public BanRoutes(Profiles profiles, MembershipMirror mirror, RequestOrigins origins) {
        this.profiles = profiles;
        this.mirror = mirror;
        this.origins = origins;
    }

    public List<Route> routes() {
        Access access = Access.member("BAN_MEMBERS");
        return List.of(
                Route.get(ALL, "listBans", access, RateLimit.READS, this::list),
                Route.get(ONE, "getBan", access, RateLimit.READS, this::get),
                Route.put(ONE, "banMember", access, RateLimit.MODERATION, Limits.JSON_BODY_BYTES, this::ban),
                Route.delete(ONE, "unbanMember", access, RateLimit.MODERATION, this::unban));
    }

    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        long after =
                exchange.query("cursor").map(text -> Cursor.decode(text, 1)[0]).orElse(Long.MIN_VALUE);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        Instant now = Instant.ofEpochMilli(visit.nowMillis());
        Page<Ban, Long> page = visit.shard().read(reader -> reader.members().bans(after, now, limit));
        List<BanJson> items = page.items().stream().map(BanJson::of).toList();
        Long next = page.next();
        exchange.json(200, new ItemList<>(items, next == null ? null : Cursor.encode(next)));
    }

    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId user = MemberPath.user(exchange);
        Instant now = Instant.ofEpochMilli(visit.nowMillis());
        Ban ban = visit.shard()
                .read(reader -> reader.members().ban(user, now))
                .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NOT_BANNED));
        exchange.json(200, BanJson.of(ban));
    }

    /// Also who never was a member can be kept out.
    private void ban(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId user = MemberPath.user(exchange);
        MemberRequests.NewBan body = exchange.body(MemberRequests.NewBan.class);
        new FieldChecks()
                .text("reason", body.reason(), Limits.REASON)
                .number("deleteMessageSeconds", body.deleteMessageSeconds(), Limits.BAN_DELETE_SECONDS)
                .orThrow();
        Instant now = Instant.ofEpochMilli(visit.nowMillis());
        Instant expiresAt = Expiry.of(body.expiresAt(), body.expiresInSeconds(), now);
        if (profiles.profile(user).isEmpty()) {
            throw new Problem.NotFound("no_such_user", "There is no such user.").asException();
        }
        Duration window = Duration.ofSeconds(Objects.requireNonNullElse(body.deleteMessageSeconds(), 0));
        Purge purge = new Purge(visit, user, window);
        if (Boolean.TRUE.equals(body.dryRun())) {
            Ban ban = new Ban(user, body.reason(), visit.user(), now, expiresAt);
            exchange.json(200, BanResultJson.of(ban, purge.count(), true));
            return;
        }
        BanMember command = new BanMember(
                visit.user(),
                user,
                body.reason(),
                expiresAt == null ? null : expiresAt.toEpochMilli(),
                window.isZero() ? null : body.deleteMessageSeconds());
        Ban ban = CommunityProblems.valueOf(
                mirror.change(visit.shard(), command, user, visit.request(exchange), origins.of(exchange)));
        exchange.json(200, BanResultJson.of(ban, purge.carryOut(exchange), false));
    }

    private void unban(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        UserId user = MemberPath.user(exchange);
        UnbanMember command = new UnbanMember(visit.user(), user, MemberPath.reason(exchange));
        CommunityProblems.valueOf(
                mirror.change(visit.shard(), command, user, visit.request(exchange), origins.of(exchange)));
        exchange.empty(204);
    }
}
