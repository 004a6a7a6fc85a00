package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The roles of a waddle and their limits. An instance is valid only inside the callback that got it.
public final class Roles {
    public static final int LIMIT = 250;
    public static final int NAME_LIMIT = 100;
    /// The owner's role stands above every other.
    public static final int POSITION_LIMIT = FoundWaddleApplier.OWNER_POSITION - 1;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    private final RoleSql sql;

    public Roles(Session session) {
        sql = session.sql(RoleSql.class);
    }

    public Optional<Role> find(RoleId id) {
        return sql.find(id);
    }

    /// All roles, the highest first; at most [#LIMIT].
    public List<Role> all() {
        return sql.all();
    }

    static @Nullable InvalidField name(String name) {
        return TextRules.line("name", name, NAME_LIMIT);
    }

    static @Nullable InvalidField color(@Nullable String color) {
        return color == null || COLOR.matcher(color).matches()
                ? null
                : new InvalidField("color", "not_a_color", "It must look like #1a2b3c.");
    }

    static @Nullable InvalidField permissions(long permissions) {
        return (permissions & ~Permission.all()) == 0
                ? null
                : new InvalidField("permissions", "unknown_permission", "It has bits that mean nothing.");
    }

    static @Nullable InvalidField position(int position) {
        return position >= 1 && position <= POSITION_LIMIT
                ? null
                : new InvalidField("position", "out_of_range", "It must be 1 to " + POSITION_LIMIT + ".");
    }
}
