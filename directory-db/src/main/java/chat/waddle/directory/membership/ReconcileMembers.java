package chat.waddle.directory.membership;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes one range of the mirror equal to the shard's list as it stood at a change.
///
/// @param from accounts greater than this
/// @param to up to this one; [Long#MAX_VALUE] in the last range, which also counts the members anew and says that
///     everything up to the sequence is known
record ReconcileMembers(WaddleId waddle, long seq, long from, long to, List<MirroredMember> members)
        implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        MembershipSql sql = applying.sql(MembershipSql.class);
        if (!sql.waddleExists(waddle)) {
            return Applied.unchanged(false);
        }
        MemberMirror mirror = new MemberMirror(applying, waddle, seq);
        Set<UserId> present = members.stream().map(MirroredMember::user).collect(Collectors.toSet());
        for (MembershipSql.Mark mark : sql.present(waddle, from, to)) {
            if (!present.contains(mark.user())) {
                mirror.leave(mark.user());
            }
        }
        members.forEach(mirror::put);
        boolean changed = mirror.finishPart();
        if (to == Long.MAX_VALUE) {
            sql.count(waddle, 0, seq);
            sql.recount(waddle);
            changed = true;
        }
        return changed ? Applied.changed(true, 0, waddle.value()) : Applied.unchanged(false);
    }
}
