package chat.waddle.server.role;

import chat.waddle.community.Role;
import chat.waddle.community.RolePreset;
import chat.waddle.ids.RoleId;
import org.jspecify.annotations.Nullable;

/// A role.
///
/// @param permissions the bits of the catalogue as a decimal string
/// @param preset what it is called among those every waddle begins with; null for others
record RoleJson(
        RoleId id,
        String name,
        @Nullable String color,
        String permissions,
        int position,
        boolean mentionable,
        @Nullable String preset) {
    static RoleJson of(Role role) {
        RolePreset preset = role.preset();
        return new RoleJson(
                role.id(),
                role.name(),
                role.color(),
                Long.toString(role.permissions()),
                role.position(),
                role.mentionable(),
                preset == null ? null : preset.code());
    }
}
