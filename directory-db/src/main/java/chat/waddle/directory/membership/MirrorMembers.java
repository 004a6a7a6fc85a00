package chat.waddle.directory.membership;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.List;

/// Tells the mirror who came, changed or left by one change of the shard; false when nothing of it was news.
record MirrorMembers(WaddleId waddle, long seq, List<MirroredMember> present, List<UserId> left)
        implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        if (!applying.sql(MembershipSql.class).waddleExists(waddle)) {
            return Applied.unchanged(false);
        }
        MemberMirror mirror = new MemberMirror(applying, waddle, seq);
        present.forEach(mirror::put);
        left.forEach(mirror::leave);
        return mirror.finish() ? Applied.changed(true, 0, waddle.value()) : Applied.unchanged(false);
    }
}
