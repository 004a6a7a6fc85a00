package chat.waddle.server.waddle;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.Member;
import chat.waddle.directory.membership.Membership;
import chat.waddle.directory.membership.MembershipCursor;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.account.Departure;
import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Request;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a deleted account out of every waddle it belongs to. Thread-safe; blocks.
///
/// A waddle whose shard does not serve keeps the member, who cannot sign in any more.
final class LeaveAll implements Departure {
    private static final Logger LOG = LoggerFactory.getLogger(LeaveAll.class);
    private static final int PAGE = 100;

    private final Memberships memberships;
    private final ShardStore shards;
    private final MembershipMirror mirror;

    LeaveAll(Memberships memberships, ShardStore shards, MembershipMirror mirror) {
        this.memberships = memberships;
        this.shards = shards;
        this.mirror = mirror;
    }

    @Override
    public void of(UserId user, Origin origin) {
        List<Membership> page = memberships.ofMember(user, null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(membership -> leave(membership.waddle(), user, origin));
            page = memberships.ofMember(user, MembershipCursor.after(page.getLast()), PAGE);
        }
    }

    private void leave(WaddleId waddle, UserId user, Origin origin) {
        Request request = new Request(user.value(), 0);
        try {
            CommunityOutcome<Member> outcome = shards.useBriefly(
                    waddle, shard -> mirror.change(shard, new LeaveMember(user), user, request, origin));
            if (!(outcome instanceof CommunityOutcome.Done<Member>)) {
                LOG.atWarn().addKeyValue("waddle", waddle).log("A deleted account could not leave: " + outcome);
            }
        } catch (StorageException | NoSuchWaddleException failure) {
            LOG.atWarn().setCause(failure).addKeyValue("waddle", waddle).log("A deleted account could not leave");
        }
    }
}
