package chat.waddle.server.waddle;

import chat.waddle.community.Permission;
import chat.waddle.directory.invite.Invite;
import chat.waddle.directory.invite.InviteOutcome;
import chat.waddle.directory.invite.Invites;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.account.DirectoryProblems;
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
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Invites of a waddle: list, make, revoke.
final class InviteRoutes {
    private static final String ALL = "/waddles/{waddleId}/invites";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Invites invites;
    private final RequestOrigins origins;

    InviteRoutes(Invites invites, RequestOrigins origins) {
        this.invites = invites;
        this.origins = origins;
    }

    List<Route> routes() {
        Access inviter = Access.member("CREATE_INVITES");
        return List.of(
                Route.get(ALL, "listInvites", Access.member("MANAGE_INVITES"), RateLimit.READS, this::list),
                Route.post(ALL, "createInvite", inviter, RateLimit.WRITES, Limits.JSON_BODY_BYTES, this::create),
                Route.delete(ALL + "/{code}", "revokeInvite", Access.MEMBER, RateLimit.WRITES, this::revoke));
    }

    private void list(Exchange exchange) throws IOException {
        WaddleId waddle = Visit.of(exchange).waddle();
        Long before =
                exchange.query("cursor").map(text -> Cursor.decode(text, 1)[0]).orElse(null);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        List<Invite> page = invites.list(waddle, before, limit);
        List<InviteJson> items = page.stream().map(InviteJson::of).toList();
        exchange.json(200, new ItemList<>(items, next(waddle, page, limit)));
    }

    private @Nullable String next(WaddleId waddle, List<Invite> page, int limit) {
        if (page.size() < limit) {
            return null;
        }
        long last = page.getLast().id();
        return invites.list(waddle, last, 1).isEmpty() ? null : Cursor.encode(last);
    }

    private void create(Exchange exchange) throws IOException {
        WaddleRequests.NewInvite body = exchange.body(WaddleRequests.NewInvite.class);
        new FieldChecks().number("maxUses", body.maxUses(), Limits.INVITE_USES).orThrow();
        WaddleId waddle = Visit.of(exchange).waddle();
        Invite invite = switch (invites.create(waddle, body.maxUses(), body.expiresAt(), origins.of(exchange))) {
            case InviteOutcome.Created created -> created.invite();
            case InviteOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case InviteOutcome.NoSuchWaddle _ -> throw CommunityProblems.noSuchWaddle();
            case InviteOutcome.TooMany many ->
                throw new Problem.Conflict(
                                "too_many_invites",
                                "A waddle may have at most " + many.limit() + " invites that can be used.")
                        .asException();
        };
        exchange.json(201, InviteJson.of(invite));
    }

    /// Who made an invite may revoke it; of others' invites only who manages them knows.
    private void revoke(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        String code = exchange.path("code");
        if (!visit.may(Permission.MANAGE_INVITES) && !isOwn(visit, code)) {
            throw Joining.noSuchInvite();
        }
        if (!invites.revoke(visit.waddle(), code, origins.of(exchange))) {
            throw Joining.noSuchInvite();
        }
        exchange.empty(204);
    }

    private boolean isOwn(Visit visit, String code) {
        Optional<Invite> invite = invites.find(code);
        return invite.isPresent()
                && invite.get().waddle().equals(visit.waddle())
                && invite.get().createdBy().equals(visit.user());
    }
}
