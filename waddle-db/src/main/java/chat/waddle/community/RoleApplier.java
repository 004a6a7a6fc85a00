package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes, changes and removes roles; nobody touches a role at or above their own, or a permission they lack.
public final class RoleApplier {
    private final CommunityContext context;

    public RoleApplier(CommunityContext context) {
        this.context = context;
    }

    public Applied<CommunityOutcome<Role>> create(WriteSession transaction, Stamp stamp, CreateRole command)
            throws SQLException {
        InvalidField invalid = firstInvalid(
                Roles.name(command.name()),
                Roles.color(command.color()),
                Roles.permissions(command.permissions()),
                Roles.position(command.position()));
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Access actor = context.view().access(transaction, command.actor());
        CommunityRefusal refusal = refusal(actor, stamp);
        if (actor == null || refusal != null) {
            return Answer.refused(Objects.requireNonNull(refusal));
        }
        CommunityRefusal beyond = beyond(actor, command.position(), command.permissions());
        if (beyond != null) {
            return Answer.refused(beyond);
        }
        RoleSql roles = transaction.sql(RoleSql.class);
        if (roles.count() >= Roles.LIMIT) {
            return Answer.refused(CommunityRefusal.ROLE_LIMIT_REACHED);
        }
        RoleId id = new RoleId(stamp.newId());
        roles.insert(
                id.value(),
                command.name(),
                command.color(),
                command.permissions(),
                command.position(),
                command.mentionable());
        Role role = roles.find(id).orElseThrow();
        audit(transaction, stamp, command.actor(), AuditAction.ROLE_CREATE, role, changes(null, role));
        return Answer.done(role, 0, id.value());
    }

    public Applied<CommunityOutcome<Role>> update(WriteSession transaction, Stamp stamp, UpdateRole command)
            throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        CommunityRefusal refusal = refusal(actor, stamp);
        if (actor == null || refusal != null) {
            return Answer.refused(Objects.requireNonNull(refusal));
        }
        RoleSql roles = transaction.sql(RoleSql.class);
        Role before = roles.find(command.role()).orElse(null);
        if (before == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_ROLE);
        }
        Role after = patched(before, command);
        InvalidField invalid = firstInvalid(
                Roles.name(after.name()),
                Roles.color(after.color()),
                Roles.permissions(after.permissions()),
                before.position() == after.position() ? null : Roles.position(after.position()));
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        boolean moved = after.position() != before.position();
        if (before.preset() == RolePreset.OWNER || (before.preset() == RolePreset.MEMBER && moved)) {
            return Answer.refused(CommunityRefusal.PRESET_PROTECTED);
        }
        int highest = Math.max(before.position(), after.position());
        CommunityRefusal beyond = beyond(actor, highest, before.permissions() ^ after.permissions());
        if (beyond != null) {
            return Answer.refused(beyond);
        }
        if (after.equals(before)) {
            return Answer.unchanged(before);
        }
        roles.update(
                after.num(), after.name(), after.color(), after.permissions(), after.position(), after.mentionable());
        audit(transaction, stamp, command.actor(), AuditAction.ROLE_UPDATE, after, changes(before, after));
        return Answer.done(after, 0, after.id().value()).then(context.changes().allAccesses());
    }

    private static Role patched(Role role, UpdateRole patch) {
        String color = Objects.requireNonNullElse(patch.color(), Objects.requireNonNullElse(role.color(), ""));
        return new Role(
                role.num(),
                role.id(),
                Objects.requireNonNullElse(patch.name(), role.name()),
                color.isEmpty() ? null : color,
                Objects.requireNonNullElse(patch.permissions(), role.permissions()),
                Objects.requireNonNullElse(patch.position(), role.position()),
                Objects.requireNonNullElse(patch.mentionable(), role.mentionable()),
                role.preset());
    }

    public Applied<CommunityOutcome<Role>> delete(WriteSession transaction, Stamp stamp, DeleteRole command)
            throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        CommunityRefusal refusal = refusal(actor, stamp);
        if (actor == null || refusal != null) {
            return Answer.refused(Objects.requireNonNull(refusal));
        }
        RoleSql roles = transaction.sql(RoleSql.class);
        Role role = roles.find(command.role()).orElse(null);
        if (role == null) {
            return Answer.refused(CommunityRefusal.NO_SUCH_ROLE);
        }
        if (role.preset() != null) {
            return Answer.refused(CommunityRefusal.PRESET_PROTECTED);
        }
        if (!actor.outranks(role.position())) {
            return Answer.refused(CommunityRefusal.ABOVE_ACTOR);
        }
        if (context.view().channels(transaction).deniesMoreThan(actor, role.num())) {
            return Answer.refused(CommunityRefusal.PERMISSION_NOT_HELD);
        }
        boolean placed = roles.dropOverwrites(role.num()) > 0;
        roles.takeFromAll(role.num());
        roles.delete(role.num());
        audit(transaction, stamp, command.actor(), AuditAction.ROLE_DELETE, role, changes(role, null));
        Runnable channels = placed ? context.changes().channels(transaction) : () -> {};
        Runnable accesses = context.changes().allAccesses();
        return Answer.done(role, 0, role.id().value()).then(() -> {
            channels.run();
            accesses.run();
        });
    }

    private static @Nullable CommunityRefusal refusal(@Nullable Access actor, Stamp stamp) {
        return actor == null
                ? CommunityRefusal.NOT_A_MEMBER
                : Standing.lacking(actor, Permission.MANAGE_ROLES, stamp.timeMillis());
    }

    private static @Nullable CommunityRefusal beyond(Access actor, int position, long permissions) {
        CommunityRefusal above = Standing.beneath(actor, position);
        return above != null ? above : Standing.notHeld(actor, permissions);
    }

    private static @Nullable InvalidField firstInvalid(@Nullable InvalidField... fields) {
        return Stream.of(fields).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static AuditChanges changes(@Nullable Role before, @Nullable Role after) {
        return new AuditChanges()
                .add("name", before == null ? null : before.name(), after == null ? null : after.name())
                .add("color", before == null ? null : before.color(), after == null ? null : after.color())
                .add(
                        "permissions",
                        before == null ? null : before.permissions(),
                        after == null ? null : after.permissions())
                .add("position", before == null ? null : before.position(), after == null ? null : after.position())
                .add(
                        "mentionable",
                        before == null ? null : before.mentionable(),
                        after == null ? null : after.mentionable());
    }

    private static void audit(
            WriteSession transaction, Stamp stamp, UserId actor, AuditAction action, Role role, AuditChanges changes) {
        AuditTrail.write(transaction, stamp, actor, action, role.id().value(), null, changes);
    }
}
