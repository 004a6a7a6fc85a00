package chat.waddle.channel;

import chat.waddle.community.Access;
import java.util.HashMap;
import java.util.Map;

/// All overwrites that hold in one place, found by the small numbers of roles and members. Immutable.
///
/// They are applied in this order: the base role's, which is everybody's; then the denials of all other roles of the
/// member, then what these roles allow; last the member's own. So a role's allowance beats another role's denial, and
/// the member's own overwrite beats both.
///
/// @param everyone the small number of the base role
public record Overwrites(int everyone, Map<Integer, OverwriteBits> roles, Map<Integer, OverwriteBits> members) {
    /// The most that one place may have.
    public static final int LIMIT = 100;

    static final Overwrites NONE = new Overwrites(0, Map.of(), Map.of());

    public Overwrites {
        roles = Map.copyOf(roles);
        members = Map.copyOf(members);
    }

    public boolean isEmpty() {
        return roles.isEmpty() && members.isEmpty();
    }

    /// What is left of a member's permissions and what comes to them.
    long applyTo(long permissions, Access access) {
        if (isEmpty()) {
            return permissions;
        }
        long held = ofEveryone().applyTo(permissions);
        held = ofRoles(access).applyTo(held);
        return ofMember(access).applyTo(held);
    }

    OverwriteBits ofEveryone() {
        return ofRole(everyone);
    }

    /// Those of all granted roles together.
    OverwriteBits ofRoles(Access access) {
        if (roles.isEmpty()) {
            return OverwriteBits.NONE;
        }
        OverwriteBits united = OverwriteBits.NONE;
        for (int role : access.roles()) {
            OverwriteBits bits = role == everyone ? null : roles.get(role);
            united = bits == null ? united : united.and(bits);
        }
        return united;
    }

    OverwriteBits ofRole(int role) {
        return roles.getOrDefault(role, OverwriteBits.NONE);
    }

    OverwriteBits ofMember(Access access) {
        return members.getOrDefault(access.member(), OverwriteBits.NONE);
    }

    /// These in a channel whose category has those: for the same subject the channel's own counts alone.
    Overwrites over(Overwrites category) {
        if (category.isEmpty()) {
            return this;
        }
        return new Overwrites(category.everyone, merged(category.roles, roles), merged(category.members, members));
    }

    private static Map<Integer, OverwriteBits> merged(
            Map<Integer, OverwriteBits> category, Map<Integer, OverwriteBits> own) {
        Map<Integer, OverwriteBits> merged = new HashMap<>();
        category.forEach((subject, bits) -> merged.put(subject, bits.asInherited()));
        merged.putAll(own);
        return merged;
    }
}
