package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Role.class)
interface RoleSql {
    String SELECT = """
            SELECT num, id, name, color, permissions, position, is_mentionable AS mentionable, preset FROM roles
            """;

    @SqlQuery(SELECT + "WHERE id = :id")
    Optional<Role> find(RoleId id);

    @SqlQuery(SELECT + "ORDER BY position DESC, num DESC")
    List<Role> all();

    @SqlQuery("SELECT count(*) FROM roles")
    int count();

    @SqlUpdate("""
            INSERT INTO roles (id, name, color, permissions, position, is_mentionable)
            VALUES (:id, :name, :color, :permissions, :position, :mentionable)
            """)
    void insert(long id, String name, @Nullable String color, long permissions, int position, boolean mentionable);

    @SqlUpdate("""
            UPDATE roles
               SET name = :name, color = :color, permissions = :permissions, position = :position,
                   is_mentionable = :mentionable
             WHERE num = :num
            """)
    void update(int num, String name, @Nullable String color, long permissions, int position, boolean mentionable);

    @SqlUpdate("DELETE FROM roles WHERE num = :num")
    void delete(int num);

    @SqlUpdate("DELETE FROM overwrites WHERE subject_type = 'role' AND subject = :role")
    int dropOverwrites(int role);

    @SqlUpdate("DELETE FROM member_roles WHERE role = :role")
    void takeFromAll(int role);

    @SqlUpdate("""
            INSERT INTO member_roles (member, role, granted_by, granted_at_ms) VALUES (:member, :role, :by, :now)
            """)
    void grant(int member, int role, UserId by, long now);

    @SqlUpdate("DELETE FROM member_roles WHERE member = :member AND role = :role")
    void revoke(int member, int role);

    @SqlUpdate("""
            UPDATE member_roles SET member = :member, granted_by = :by, granted_at_ms = :now
             WHERE role = (SELECT num FROM roles WHERE preset = 'owner')
            """)
    void moveOwnerRole(int member, UserId by, long now);
}
