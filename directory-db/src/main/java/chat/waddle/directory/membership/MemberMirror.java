package chat.waddle.directory.membership;

import chat.waddle.directory.store.Applying;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.util.Locale;
import java.util.Optional;

/// Writes one community's news into the mirror, whatever order they come in: only what is newer than the row counts.
///
/// Used by the writer, within one change.
final class MemberMirror {
    private final MembershipSql sql;
    private final WaddleId waddle;
    private final long seq;
    private final long now;
    private int delta;
    private boolean changed;

    MemberMirror(Applying applying, WaddleId waddle, long seq) {
        this.sql = applying.sql(MembershipSql.class);
        this.waddle = waddle;
        this.seq = seq;
        this.now = applying.now();
    }

    void put(MirroredMember member) {
        Optional<MembershipSql.Mark> before = sql.mark(waddle, member.user());
        if (isOld(before) || !sql.userExists(member.user())) {
            return;
        }
        String level = member.notificationLevel().name().toLowerCase(Locale.ROOT);
        sql.put(waddle, member.user(), member.nickname(), member.joinedAtMillis(), level, seq);
        delta += isPresent(before) ? 0 : 1;
        changed = true;
    }

    void leave(UserId user) {
        Optional<MembershipSql.Mark> before = sql.mark(waddle, user);
        if (isOld(before) || !sql.userExists(user)) {
            return;
        }
        sql.leave(waddle, user, seq, now);
        delta -= isPresent(before) ? 1 : 0;
        changed = true;
    }

    private boolean isOld(Optional<MembershipSql.Mark> before) {
        return before.isPresent() && before.get().shardSeq() >= seq;
    }

    private static boolean isPresent(Optional<MembershipSql.Mark> before) {
        return before.isPresent() && before.get().present();
    }

    /// Tells the community's entry what the news came to, and that everything up to their sequence is known.
    ///
    /// @return true when anything was written
    boolean finish() {
        return finish(seq);
    }

    /// The same where more of that change is still to come: the sequence counts as heard of by the last part only.
    boolean finishPart() {
        return finish(0);
    }

    private boolean finish(long heardOf) {
        if (changed) {
            sql.count(waddle, delta, heardOf);
        }
        return changed;
    }
}
