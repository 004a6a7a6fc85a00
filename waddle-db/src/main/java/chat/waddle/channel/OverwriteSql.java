package chat.waddle.channel;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Overwrite.class)
interface OverwriteSql {
    String SELECT = """
            SELECT upper(o.subject_type) AS subject, coalesce(r.id, m.user_id) AS subject_id, o.allow, o.deny
              FROM overwrites o
              LEFT JOIN roles r ON o.subject_type = 'role' AND r.num = o.subject
              LEFT JOIN members m ON o.subject_type = 'user' AND m.num = o.subject
             WHERE o.place_type = :type AND o.place = :place
            """;

    @SqlQuery(SELECT + " ORDER BY o.subject_type, o.subject")
    List<Overwrite> all(String type, int place);

    @SqlQuery(SELECT + " AND o.subject_type = :subjectType AND o.subject = :subject")
    Optional<Overwrite> find(String type, int place, String subjectType, int subject);

    @SqlQuery("SELECT count(*) FROM overwrites WHERE place_type = :type AND place = :place")
    int count(String type, int place);

    @SqlUpdate("""
            INSERT INTO overwrites (place_type, place, subject_type, subject, allow, deny)
            VALUES (:type, :place, :subjectType, :subject, :allow, :deny)
                ON CONFLICT (place_type, place, subject_type, subject) DO UPDATE
               SET allow = excluded.allow, deny = excluded.deny
            """)
    void put(String type, int place, String subjectType, int subject, long allow, long deny);

    @SqlUpdate("""
            DELETE FROM overwrites
             WHERE place_type = :type AND place = :place AND subject_type = :subjectType AND subject = :subject
            """)
    void remove(String type, int place, String subjectType, int subject);

    @SqlUpdate("DELETE FROM overwrites WHERE place_type = :type AND place = :place")
    void removeAll(String type, int place);
}
