package chat.waddle.community;

import chat.waddle.ids.IdClock;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Removes members who have been inactive for long.
public final class PruneApplier {
    private final CommunityContext context;

    public PruneApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<PruneMembers.Pruned>> prune(
            WriteSession transaction, Stamp stamp, PruneMembers command) throws SQLException {
        InvalidField days = Moderation.pruneDays(command.days());
        InvalidField invalid = days != null ? days : Moderation.reason(command.reason());
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        CommunityRefusal lacking = Standing.lacking(actor, Permission.KICK_MEMBERS, stamp.timeMillis());
        CommunityRefusal refusal = lacking != null ? lacking : Standing.beneath(actor, 0);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        long since = stamp.timeMillis() - Duration.ofDays(command.days()).toMillis();
        List<Members.Active> inactive = transaction
                .sql(PruneSql.class)
                .inactive(command.after(), since, IdClock.firstAt(since), actor.member(), command.limit());
        if (inactive.isEmpty()) {
            return Answer.unchanged(new PruneMembers.Pruned(0, command.after()));
        }
        boolean rooms = false;
        for (Members.Active member : inactive) {
            rooms |= MembershipApplier.end(transaction, stamp, member.num(), MemberState.REMOVED);
        }
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.MEMBER_PRUNE,
                inactive.getLast().user().value(),
                command.reason(),
                new AuditChanges().add("days", null, command.days()).add("members", null, inactive.size()));
        PruneMembers.Pruned pruned =
                new PruneMembers.Pruned(inactive.size(), inactive.getLast().num());
        Runnable accesses = context.changes().allAccesses();
        return Answer.done(pruned, 0, 0).then(MembershipApplier.ended(context, transaction, rooms, accesses));
    }
}
