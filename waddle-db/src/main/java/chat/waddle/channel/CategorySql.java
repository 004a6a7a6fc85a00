package chat.waddle.channel;

import chat.waddle.ids.CategoryId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Category.class)
interface CategorySql {
    String SELECT = "SELECT num, id, name, position, collapsed_by_default FROM categories ";

    @SqlQuery(SELECT + "WHERE id = :id")
    Optional<Category> find(CategoryId id);

    @SqlQuery(SELECT + "ORDER BY position, id")
    List<Category> all();

    @SqlUpdate("""
            INSERT INTO categories (id, name, position, collapsed_by_default)
            VALUES (:id, :name, (SELECT coalesce(max(position) + 1, 0) FROM categories), :collapsed)
            """)
    void insert(long id, String name, boolean collapsed);

    @SqlUpdate("""
            UPDATE categories SET name = :name, position = :position, collapsed_by_default = :collapsed
             WHERE num = :num
            """)
    void update(int num, String name, int position, boolean collapsed);

    @SqlUpdate("UPDATE channels SET category = NULL WHERE category = :category")
    void empty(int category);

    @SqlUpdate("DELETE FROM categories WHERE num = :num")
    void delete(int num);
}
