package chat.waddle.community;

import chat.waddle.ids.IdClock;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who is in a waddle and who must not be. Valid only inside the callback that got it.
public final class Members {
    private final MemberSql members;
    private final BanSql bans;
    private final PruneSql prune;

    public Members(Session session) {
        members = session.sql(MemberSql.class);
        bans = session.sql(BanSql.class);
        prune = session.sql(PruneSql.class);
    }

    /// An active member's number and account, for lists that are mirrored elsewhere.
    public record Active(int num, UserId user) {}

    /// A user who is or was a member, or is known by imported messages.
    public Optional<Member> find(UserId user) {
        return members.find(user);
    }

    /// Active members in the order of their first joining.
    ///
    /// @param after the `next` of the page before; 0 to begin
    public Page<Member, Integer> page(int after, int limit) {
        return Page.of(members.activeAfter(after, limit + 1), limit, Member::num);
    }

    /// The accounts of active members, without the rest.
    public Page<Active, Integer> activeUsers(int after, int limit) {
        return Page.of(members.activeUsersAfter(after, limit + 1), limit, Active::num);
    }

    /// How many [PruneMembers] would remove now.
    ///
    /// @param except the small number of the one who asks
    public int prunable(int days, int except, Instant now) {
        Instant since = now.minus(Duration.ofDays(days));
        return prune.count(0, since.toEpochMilli(), IdClock.firstAt(since), except);
    }

    public WaddleCounts counts() {
        return members.counts();
    }

    /// The ban that keeps the user out at this time.
    public Optional<Ban> ban(UserId user, Instant now) {
        return bans.find(user).filter(ban -> ban.holdsAt(now));
    }

    /// The bans that hold at this time, by account.
    ///
    /// @param after the `next` of the page before; [Long#MIN_VALUE] to begin
    public Page<Ban, Long> bans(long after, Instant now, int limit) {
        return Page.of(
                bans.after(after, now, limit + 1), limit, ban -> ban.user().value());
    }
}
