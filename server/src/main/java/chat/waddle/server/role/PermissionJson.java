package chat.waddle.server.role;

import chat.waddle.community.Permission;
import java.util.Locale;

/// One entry of the catalogue of permissions.
///
/// @param bit its place in a set
/// @param value the set that holds only it, as a decimal string
/// @param key `domain:function:action`
record PermissionJson(int bit, String value, String name, String key, String text) {
    static PermissionJson of(Permission permission) {
        return new PermissionJson(
                permission.bit(),
                Long.toString(permission.mask()),
                permission.name().toLowerCase(Locale.ROOT),
                permission.key(),
                permission.text());
    }
}
