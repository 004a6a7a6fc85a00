package chat.waddle.community;

import chat.waddle.ids.RoleId;
import org.jspecify.annotations.Nullable;

/// A set of permissions with a name and a rank. Immutable.
///
/// @param num the small number in the file
/// @param color as `#rrggbb` in lower case
/// @param permissions the bits of [Permission]
/// @param position nobody acts on a member or role at or above their own highest position
public record Role(
        int num,
        RoleId id,
        String name,
        @Nullable String color,
        long permissions,
        int position,
        boolean mentionable,
        @Nullable RolePreset preset) {}
