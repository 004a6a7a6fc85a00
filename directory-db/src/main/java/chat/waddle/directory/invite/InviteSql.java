package chat.waddle.directory.invite;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface InviteSql {
    String COLUMNS = """
            SELECT i.id, i.code, i.waddle_id AS waddle, i.created_by, i.max_uses, i.uses, i.created_at, i.expires_at
            FROM invites i
            """;
    String LIVING =
            " i.revoked_at IS NULL AND (i.expires_at IS NULL OR i.expires_at > :now) AND (i.max_uses IS NULL OR i.uses < i.max_uses)";

    @SqlQuery("SELECT state = 'active' FROM waddles WHERE id = :waddle")
    Optional<Boolean> open(WaddleId waddle);

    @SqlQuery("SELECT count(*) FROM invites i WHERE i.waddle_id = :waddle AND" + LIVING)
    int living(WaddleId waddle, long now);

    @SqlUpdate("""
            INSERT INTO invites (id, code, waddle_id, created_by, max_uses, created_at, expires_at)
            VALUES (:id, :code, :waddle, :createdBy, :maxUses, :now, :expiresAt)
            """)
    void insert(
            long id,
            String code,
            WaddleId waddle,
            UserId createdBy,
            @Nullable Integer maxUses,
            long now,
            @Nullable Long expiresAt);

    @SqlQuery(COLUMNS + "JOIN waddles w ON w.id = i.waddle_id WHERE i.code = :code AND w.state = 'active' AND" + LIVING)
    @RegisterConstructorMapper(Invite.class)
    Optional<Invite> usable(String code, long now);

    @SqlQuery(COLUMNS + "WHERE i.waddle_id = :waddle AND i.id < :before AND" + LIVING
            + " ORDER BY i.id DESC LIMIT :limit")
    @RegisterConstructorMapper(Invite.class)
    List<Invite> list(WaddleId waddle, long before, long now, int limit);

    @SqlQuery(COLUMNS + "WHERE i.waddle_id = :waddle AND i.code = :code AND i.revoked_at IS NULL")
    @RegisterConstructorMapper(Invite.class)
    Optional<Invite> unrevoked(WaddleId waddle, String code);

    @SqlUpdate("UPDATE invites SET revoked_at = :now WHERE id = :id")
    void revoke(long id, long now);

    @SqlUpdate("UPDATE invites SET uses = uses + 1 WHERE id = :id")
    void use(long id);

    @SqlUpdate("UPDATE invites SET uses = uses - 1 WHERE code = :code AND uses > 0")
    int giveBack(String code);
}
