package chat.waddle.channel;

import chat.waddle.ids.CategoryId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Optional;

/// The categories of a waddle. Valid only inside the callback that got it.
public final class Categories {
    private final CategorySql sql;

    public Categories(Session session) {
        sql = session.sql(CategorySql.class);
    }

    public Optional<Category> find(CategoryId id) {
        return sql.find(id);
    }

    /// All of them by position; at most [ChannelRules#CATEGORY_LIMIT].
    public List<Category> all() {
        return sql.all();
    }
}
