package chat.waddle.channel;

import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.community.Role;
import chat.waddle.community.RolePreset;
import chat.waddle.participant.Room;
import java.util.ArrayList;
import java.util.List;

/// Tells step by step how a member comes to what they may do in a channel. Not thread-safe.
public final class PermissionTrace {
    private final Channel channel;
    private final Access access;
    private final List<Role> roles;
    private final List<PermissionStep> steps = new ArrayList<>();
    private long held;

    private PermissionTrace(Channel channel, Access access, List<Role> roles) {
        this.channel = channel;
        this.access = access;
        this.roles = roles;
    }

    /// The steps in the order in which they are taken; the last one's result is what the member may do.
    ///
    /// @param all every role of the waddle
    public static List<PermissionStep> of(Channel channel, Access access, List<Role> all, long nowMillis) {
        List<Role> held = new ArrayList<>();
        all.stream().filter(role -> role.preset() == RolePreset.MEMBER).forEach(held::add);
        all.stream().filter(role -> access.roles().contains(role.num())).forEach(held::add);
        return new PermissionTrace(channel, access, held).steps(nowMillis);
    }

    private List<PermissionStep> steps(long nowMillis) {
        Room room = channel.room();
        if (room != null) {
            step(PermissionStep.Kind.PARTICIPANT, access.user().value(), room.effective(access), 0);
            timeout(nowMillis);
            return steps;
        }
        if (access.owner()) {
            step(PermissionStep.Kind.OWNER, access.user().value(), Permission.all(), 0);
            return steps;
        }
        for (Role role : roles) {
            step(PermissionStep.Kind.ROLE, role.id().value(), role.permissions(), 0);
        }
        if ((held & Permission.ADMINISTRATOR.mask()) != 0) {
            step(PermissionStep.Kind.ADMINISTRATOR, 0, Permission.all(), 0);
        } else {
            inChannel();
        }
        timeout(nowMillis);
        return steps;
    }

    private void timeout(long nowMillis) {
        long left = access.heldAt(held, nowMillis);
        if (left != held) {
            step(PermissionStep.Kind.TIMEOUT, access.user().value(), 0, held & ~left);
        }
    }

    private void inChannel() {
        long view = Permission.VIEW_CHANNELS.mask();
        if (channel.isPrivate()) {
            boolean sees = access.holdsAll(Permission.VIEW_PRIVATE_CHANNELS.mask());
            step(PermissionStep.Kind.PRIVATE_CHANNEL, 0, sees ? view : 0, sees ? 0 : view);
        }
        Overwrites overwrites = channel.overwrites();
        for (Role role : roles) {
            if (role.preset() == RolePreset.MEMBER) {
                ofRole(role, overwrites, true, true);
            }
        }
        for (Role role : roles) {
            if (role.preset() != RolePreset.MEMBER) {
                ofRole(role, overwrites, false, true);
            }
        }
        for (Role role : roles) {
            if (role.preset() != RolePreset.MEMBER) {
                ofRole(role, overwrites, true, false);
            }
        }
        OverwriteBits own = overwrites.ofMember(access);
        if (own.allow() != 0 || own.deny() != 0) {
            overwrite(PermissionStep.Kind.USER_OVERWRITE, access.user().value(), own, own.allow(), own.deny());
        }
        if ((held & view) == 0) {
            step(PermissionStep.Kind.HIDDEN, 0, 0, held);
        }
    }

    private void ofRole(Role role, Overwrites overwrites, boolean allowing, boolean denying) {
        OverwriteBits bits = overwrites.roles().getOrDefault(role.num(), OverwriteBits.NONE);
        long allow = allowing ? bits.allow() : 0;
        long deny = denying ? bits.deny() : 0;
        if (allow != 0 || deny != 0) {
            overwrite(PermissionStep.Kind.ROLE_OVERWRITE, role.id().value(), bits, allow, deny);
        }
    }

    private void overwrite(PermissionStep.Kind kind, long subject, OverwriteBits bits, long allow, long deny) {
        held = (held & ~deny) | allow;
        steps.add(new PermissionStep(kind, subject, bits.inherited(), allow, deny, held));
    }

    private void step(PermissionStep.Kind kind, long subject, long allow, long deny) {
        held = (held & ~deny) | allow;
        steps.add(new PermissionStep(kind, subject, false, allow, deny, held));
    }
}
