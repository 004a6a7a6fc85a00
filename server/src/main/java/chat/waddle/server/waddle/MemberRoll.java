package chat.waddle.server.waddle;

import chat.waddle.community.Member;
import chat.waddle.community.Members;
import chat.waddle.community.Page;
import chat.waddle.community.WaddleCounts;
import chat.waddle.directory.membership.MirroredMember;
import chat.waddle.ids.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All members of a waddle as of one commit, by account.
///
/// @param seq the newest change of members it holds
record MemberRoll(UserId owner, long seq, List<MirroredMember> members) {
    private static final int AT_ONCE = 1000;

    /// Reads it; all on one snapshot.
    static MemberRoll of(Members members) {
        WaddleCounts counts = members.counts();
        List<MirroredMember> all = new ArrayList<>(counts.members());
        Integer after = 0;
        while (after != null) {
            Page<Member, Integer> page = members.page(after, AT_ONCE);
            page.items().forEach(member -> all.add(MembershipMirror.mirrored(member)));
            after = page.next();
        }
        all.sort(Comparator.comparingLong(member -> member.user().value()));
        return new MemberRoll(counts.owner(), counts.membersSeq(), all);
    }
}
