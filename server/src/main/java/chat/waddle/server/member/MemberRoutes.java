package chat.waddle.server.member;

import chat.waddle.community.ChangeNickname;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.KickMember;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.Member;
import chat.waddle.community.NotificationLevel;
import chat.waddle.community.Page;
import chat.waddle.community.SetNotificationLevel;
import chat.waddle.directory.account.Profiles;
import chat.waddle.directory.account.PublicProfile;
import chat.waddle.ids.UserId;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.MembershipMirror;
import chat.waddle.server.waddle.Visit;
import chat.waddle.sqlite.command.Command;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Members of a waddle: list, see, change, remove. `me` stands for oneself.
public final class MemberRoutes {
    private static final String ALL = "/waddles/{waddleId}/members";
    private static final String ONE = ALL + "/{userId}";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Profiles profiles;
    private final MembershipMirror mirror;
    private final RequestOrigins origins;

    public MemberRoutes(Profiles profiles, MembershipMirror mirror, RequestOrigins origins) {
        this.profiles = profiles;
        this.mirror = mirror;
        this.origins = origins;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, "listMembers", Access.MEMBER, RateLimit.READS, this::list),
                Route.get(ONE, "getMember", Access.MEMBER, RateLimit.READS, this::get),
                Route.patch(ONE, "updateMember", Access.MEMBER, RateLimit.WRITES, Limits.JSON_BODY_BYTES, this::patch),
                Route.delete(ONE, "removeMember", Access.MEMBER, RateLimit.MODERATION, this::remove));
    }

    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        int after = exchange.query("cursor")
                .map(text -> Math.toIntExact(Math.clamp(Cursor.decode(text, 1)[0], 0, Integer.MAX_VALUE)))
                .orElse(0);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        Page<Member, Integer> page =
                visit.shard().read(reader -> reader.members().page(after, limit));
        Map<UserId, PublicProfile> known =
                profiles.profiles(page.items().stream().map(Member::user).toList());
        List<MemberJson> items = page.items().stream()
                .map(member -> MemberJson.of(member, visit.access(), known.get(member.user())))
                .toList();
        Integer next = page.next();
        exchange.json(200, new ItemList<>(items, next == null ? null : Cursor.encode(next)));
    }

    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        send(exchange, visit, find(visit, MemberPath.user(exchange)));
    }

    private static Member find(Visit visit, UserId user) {
        return visit.shard()
                .read(reader -> reader.members().find(user).filter(Member::isActive))
                .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_MEMBER));
    }

    private void send(Exchange exchange, Visit visit, Member member) throws IOException {
        PublicProfile profile = profiles.profiles(List.of(member.user())).get(member.user());
        exchange.json(200, MemberJson.of(member, visit.access(), profile));
    }

    private void patch(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId user = MemberPath.user(exchange);
        MemberRequests.PatchMember body = exchange.body(MemberRequests.PatchMember.class);
        NotificationLevel level = body.notificationLevel() == null ? null : level(body.notificationLevel());
        if (level != null && !user.equals(visit.user())) {
            throw CommunityProblems.of(CommunityRefusal.NOT_ALLOWED);
        }
        Member member = find(visit, user);
        if (body.nickname() instanceof Change.To<String>(var nickname)) {
            member = change(exchange, visit, new ChangeNickname(visit.user(), user, nickname), user);
        }
        if (level != null) {
            member = change(exchange, visit, new SetNotificationLevel(user, level), user);
        }
        send(exchange, visit, member);
    }

    private static NotificationLevel level(String code) {
        return Arrays.stream(NotificationLevel.values())
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new Problem.Invalid("notificationLevel", "unknown_level", "May be all, mentions or none.")
                                .asException());
    }

    /// Who removes oneself leaves.
    private void remove(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        UserId user = MemberPath.user(exchange);
        String reason = MemberPath.reason(exchange);
        change(
                exchange,
                visit,
                user.equals(visit.user()) ? new LeaveMember(user) : new KickMember(visit.user(), user, reason),
                user);
        exchange.empty(204);
    }

    private Member change(Exchange exchange, Visit visit, Command<CommunityOutcome<Member>> command, UserId user) {
        return CommunityProblems.valueOf(
                mirror.change(visit.shard(), command, user, visit.request(exchange), origins.of(exchange)));
    }
}
