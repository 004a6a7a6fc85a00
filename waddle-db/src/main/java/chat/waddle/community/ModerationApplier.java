package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps order: kicks, bans and time-outs, each with its line in the audit log.
public final class ModerationApplier {
    /// The actor of what rules do.
    private static final UserId AUTOMOD = new UserId(0);

    private final CommunityContext context;

    public ModerationApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Member>> kick(WriteSession transaction, Stamp stamp, KickMember command)
            throws SQLException {
        InvalidField invalid = Moderation.reason(command.reason());
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access target = context.view().access(transaction, command.target());
        CommunityRefusal refusal =
                refusal(transaction, stamp, command.actor(), command.target(), Permission.KICK_MEMBERS);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        if (target == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MEMBER);
        }
        boolean rooms = MembershipApplier.end(transaction, stamp, target.member(), MemberState.REMOVED);
        audit(transaction, stamp, command.actor(), AuditAction.MEMBER_KICK, command.target(), command.reason());
        Runnable access = context.changes().accessOf(command.target());
        return member(transaction, command.target()).then(MembershipApplier.ended(context, transaction, rooms, access));
    }

    public Applied<CommunityOutcome<Ban>> ban(WriteSession transaction, Stamp stamp, BanMember command)
            throws SQLException {
        InvalidField reason = Moderation.reason(command.reason());
        InvalidField expiry = Moderation.banExpiry(command.expiresAtMillis(), stamp.timeMillis());
        InvalidField window = Moderation.deleteWindow(command.deleteMessageSeconds());
        if (reason != null || expiry != null || window != null) {
            return Answer.invalid(Objects.requireNonNull(reason != null ? reason : expiry != null ? expiry : window));
        }
        CommunityRefusal refusal =
                refusal(transaction, stamp, command.actor(), command.target(), Permission.BAN_MEMBERS);
        boolean deletes = command.deleteMessageSeconds() != null && command.deleteMessageSeconds() > 0;
        if (refusal == null && deletes) {
            refusal = refusal(transaction, stamp, command.actor(), command.target(), Permission.MANAGE_MESSAGES);
        }
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        BanSql bans = transaction.sql(BanSql.class);
        Instant expiresAt = instant(command.expiresAtMillis());
        Ban earlier = bans.find(command.target()).orElse(null);
        if (!deletes
                && earlier != null
                && Objects.equals(earlier.reason(), command.reason())
                && Objects.equals(earlier.expiresAt(), expiresAt)) {
            return Answer.unchanged(earlier);
        }
        Access target = context.view().access(transaction, command.target());
        boolean rooms =
                target != null && MembershipApplier.end(transaction, stamp, target.member(), MemberState.BANNED);
        bans.put(command.target(), command.reason(), command.actor(), stamp.timeMillis(), command.expiresAtMillis());
        AuditChanges changes = new AuditChanges()
                .add("expiresAt", earlier == null ? null : earlier.expiresAt(), expiresAt)
                .add("deleteMessageSeconds", null, deletes ? command.deleteMessageSeconds() : null);
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.MEMBER_BAN,
                command.target().value(),
                command.reason(),
                changes);
        Ban ban = bans.find(command.target()).orElseThrow();
        Runnable access = context.changes().accessOf(command.target());
        return Answer.done(ban, 0, command.target().value())
                .then(MembershipApplier.ended(context, transaction, rooms, access));
    }

    public Applied<CommunityOutcome<Ban>> unban(WriteSession transaction, Stamp stamp, UnbanMember command)
            throws SQLException {
        InvalidField invalid = Moderation.reason(command.reason());
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        CommunityRefusal refusal = Standing.lacking(actor, Permission.BAN_MEMBERS, stamp.timeMillis());
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        BanSql bans = transaction.sql(BanSql.class);
        Ban ban = bans.find(command.target()).orElse(null);
        if (ban == null) {
            return Answer.refused(CommunityRefusal.NOT_BANNED);
        }
        bans.remove(command.target());
        MemberSql members = transaction.sql(MemberSql.class);
        Member member = members.find(command.target()).orElse(null);
        if (member != null && member.state() == MemberState.BANNED) {
            members.state(member.num(), MemberState.REMOVED.code());
            members.membershipChanged(stamp.seq(), 0);
        }
        audit(transaction, stamp, command.actor(), AuditAction.MEMBER_UNBAN, command.target(), command.reason());
        return Answer.done(ban, 0, command.target().value());
    }

    /// Nobody sees a ban that has run out; this only takes its row away.
    public Applied<LiftExpiredBans.Lifted> liftExpired(WriteSession transaction, Stamp stamp, LiftExpiredBans command) {
        BanSql bans = transaction.sql(BanSql.class);
        List<UserId> expired = bans.expired(stamp.timeMillis(), command.limit());
        MemberSql members = transaction.sql(MemberSql.class);
        for (UserId user : expired) {
            bans.remove(user);
            Member member = members.find(user).orElse(null);
            if (member != null && member.state() == MemberState.BANNED) {
                members.state(member.num(), MemberState.REMOVED.code());
                members.membershipChanged(stamp.seq(), 0);
            }
        }
        LiftExpiredBans.Lifted result = new LiftExpiredBans.Lifted(expired.size());
        return expired.isEmpty() ? Applied.unchanged(result) : Applied.changed(result, 0, 0);
    }

    public Applied<CommunityOutcome<Member>> timeout(WriteSession transaction, Stamp stamp, SetTimeout command)
            throws SQLException {
        InvalidField reason = Moderation.reason(command.reason());
        InvalidField end = Moderation.timeoutEnd(command.untilMillis(), stamp.timeMillis());
        if (reason != null || end != null) {
            return Answer.invalid(reason != null ? reason : Objects.requireNonNull(end));
        }
        CommunityRefusal refusal =
                refusal(transaction, stamp, command.actor(), command.target(), Permission.TIMEOUT_MEMBERS);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        MemberSql members = transaction.sql(MemberSql.class);
        Member target = members.find(command.target()).filter(Member::isActive).orElse(null);
        if (target == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_MEMBER);
        }
        Instant until = instant(command.untilMillis());
        if (Objects.equals(target.timeoutUntil(), until)) {
            return Answer.unchanged(target);
        }
        members.timeout(target.num(), command.untilMillis());
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.MEMBER_TIMEOUT,
                command.target().value(),
                command.reason(),
                new AuditChanges().add("timeoutUntil", target.timeoutUntil(), until));
        return member(transaction, command.target());
    }

    /// Silences the author of a message that broke an automatic rule. The caller tells the views of rights.
    public static void silence(WriteSession transaction, Stamp stamp, Access author, long untilMillis, String reason) {
        transaction.sql(MemberSql.class).timeout(author.member(), untilMillis);
        AuditTrail.write(
                transaction,
                stamp,
                AUTOMOD,
                AuditAction.MEMBER_TIMEOUT,
                author.user().value(),
                reason,
                new AuditChanges().add("timeoutUntil", null, Instant.ofEpochMilli(untilMillis)));
    }

    /// Why the one who asks may not do this to that user, member or not; or null.
    private @Nullable CommunityRefusal refusal(
            WriteSession transaction, Stamp stamp, UserId actorId, UserId targetId, Permission needed)
            throws SQLException {
        Access actor = context.view().access(transaction, actorId);
        if (actor == null) {
            return CommunityRefusal.NOT_A_MEMBER;
        }
        CommunityRefusal lacking = Standing.lacking(actor, needed, stamp.timeMillis());
        if (lacking != null) {
            return lacking;
        }
        if (actorId.equals(targetId)) {
            return CommunityRefusal.NOT_TO_ONESELF;
        }
        Access target = context.view().access(transaction, targetId);
        return target == null ? null : Standing.beneath(actor, target);
    }

    private static void audit(
            WriteSession transaction,
            Stamp stamp,
            UserId actor,
            AuditAction action,
            UserId target,
            @Nullable String reason) {
        AuditTrail.write(transaction, stamp, actor, action, target.value(), reason, new AuditChanges());
    }

    private Applied<CommunityOutcome<Member>> member(WriteSession transaction, UserId user) {
        Member member = transaction.sql(MemberSql.class).find(user).orElseThrow();
        return Answer.done(member, 0, user.value()).then(context.changes().accessOf(user));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
