package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives roles to members and takes them away.
public final class RoleGrantApplier {
    private final CommunityContext context;

    public RoleGrantApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Member>> grant(WriteSession transaction, Stamp stamp, GrantRole command)
            throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        Role role = transaction.sql(RoleSql.class).find(command.role()).orElse(null);
        CommunityRefusal refusal = refusal(transaction, stamp, actor, command.target(), role);
        if (actor == null || role == null || refusal != null) {
            return Answer.refused(Objects.requireNonNull(refusal));
        }
        CommunityRefusal notHeld = Standing.notHeld(actor, role.permissions());
        if (notHeld != null) {
            return Answer.refused(notHeld);
        }
        if (context.view().channels(transaction).givesMoreThan(actor, role.num())) {
            return Answer.refused(CommunityRefusal.PERMISSION_NOT_HELD);
        }
        Member target = member(transaction, command.target());
        if (target.roles().contains(role.id())) {
            return Answer.unchanged(target);
        }
        transaction.sql(RoleSql.class).grant(target.num(), role.num(), command.actor(), stamp.timeMillis());
        AuditChanges changes = new AuditChanges().add("role", null, role.id());
        return done(transaction, stamp, command.actor(), AuditAction.MEMBER_ROLE_GRANT, command.target(), changes);
    }

    public Applied<CommunityOutcome<Member>> revoke(WriteSession transaction, Stamp stamp, RevokeRole command)
            throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        Role role = transaction.sql(RoleSql.class).find(command.role()).orElse(null);
        CommunityRefusal refusal = refusal(transaction, stamp, actor, command.target(), role);
        if (actor == null || role == null || refusal != null) {
            return Answer.refused(Objects.requireNonNull(refusal));
        }
        if (context.view().channels(transaction).deniesMoreThan(actor, role.num())) {
            return Answer.refused(CommunityRefusal.PERMISSION_NOT_HELD);
        }
        Member target = member(transaction, command.target());
        RoleId id = role.id();
        if (!target.roles().contains(id)) {
            return Answer.unchanged(target);
        }
        transaction.sql(RoleSql.class).revoke(target.num(), role.num());
        AuditChanges changes = new AuditChanges().add("role", id, null);
        return done(transaction, stamp, command.actor(), AuditAction.MEMBER_ROLE_REVOKE, command.target(), changes);
    }

    /// Why the one who asks may not give or take this role, or null.
    private @Nullable CommunityRefusal refusal(
            WriteSession transaction, Stamp stamp, @Nullable Access actor, UserId targetId, @Nullable Role role)
            throws SQLException {
        if (actor == null) {
            return CommunityRefusal.NOT_A_MEMBER;
        }
        CommunityRefusal lacking = Standing.lacking(actor, Permission.MANAGE_ROLES, stamp.timeMillis());
        if (lacking != null) {
            return lacking;
        }
        Access target = context.view().access(transaction, targetId);
        if (target == null) {
            return CommunityRefusal.NO_SUCH_MEMBER;
        }
        if (role == null) {
            return CommunityRefusal.NO_SUCH_ROLE;
        }
        if (role.preset() == RolePreset.OWNER || role.preset() == RolePreset.MEMBER) {
            return CommunityRefusal.PRESET_PROTECTED;
        }
        CommunityRefusal above = actor.user().equals(targetId) ? null : Standing.beneath(actor, target);
        return above != null ? above : Standing.beneath(actor, role.position());
    }

    private static Member member(WriteSession transaction, UserId user) {
        return transaction.sql(MemberSql.class).find(user).orElseThrow();
    }

    private Applied<CommunityOutcome<Member>> done(
            WriteSession transaction,
            Stamp stamp,
            UserId actor,
            AuditAction action,
            UserId target,
            AuditChanges changes) {
        AuditTrail.write(transaction, stamp, actor, action, target.value(), null, changes);
        return Answer.done(member(transaction, target), 0, target.value())
                .then(context.changes().accessOf(target));
    }
}
